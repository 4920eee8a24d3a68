{{%AUTOESCAPE context="HTML"}}
{{! _payment_choices.tpl - the ways to pay, as radio buttons, with the fields of a card; filled by cgi-bin/orders/payment_form_pages.cpp }}
<fieldset id="payment"{{#PAYMENT_ERROR}} aria-describedby="payment-error"{{/PAYMENT_ERROR}}>
  <legend>Payment</legend>
  {{#PAYMENT_ERROR}}<p class="error" id="payment-error">{{PAYMENT_ERROR_TEXT}}</p>{{/PAYMENT_ERROR}}
  {{#PAYMENT}}<label class="choice"><input type="radio" name="payment" value="{{PAYMENT_CODE}}"{{#PAYMENT_CHOSEN}} checked{{/PAYMENT_CHOSEN}}> {{PAYMENT_NAME}}</label>{{/PAYMENT}}
</fieldset>
{{#HOSTED}}<p class="hint">Cards are paid on the pages of our payment service, which open behind the next button. We never see your card.</p>{{/HOSTED}}
{{#CARD}}
<fieldset class="card-fields">
  <legend>Card</legend>
  <p class="hint" id="card-hint">Only when you pay by card. This shop runs in test mode and takes no money: 4242 4242 4242 4242 is paid, 4000 0000 0000 0002 is declined, 4000 0000 0000 0259 gets no answer from the bank. Use any future date and any code. We keep none of this.</p>
  <div class="field">
    <label for="card_number">Card number</label>
    <input id="card_number" name="card_number" type="text" inputmode="numeric" autocomplete="cc-number" maxlength="30" spellcheck="false"{{#CARD_NUMBER_ERROR}} aria-invalid="true"{{/CARD_NUMBER_ERROR}} aria-describedby="card-hint{{#CARD_NUMBER_ERROR}} card_number-error{{/CARD_NUMBER_ERROR}}">
    {{#CARD_NUMBER_ERROR}}<p class="error" id="card_number-error">{{CARD_NUMBER_ERROR_TEXT}}</p>{{/CARD_NUMBER_ERROR}}
  </div>
  <div class="field-row">
    <div class="field">
      <label for="card_expiry">Good until (MM/YY)</label>
      <input id="card_expiry" name="card_expiry" type="text" inputmode="numeric" autocomplete="cc-exp" maxlength="10" placeholder="09/28"{{#CARD_EXPIRY_ERROR}} aria-invalid="true" aria-describedby="card_expiry-error"{{/CARD_EXPIRY_ERROR}}>
      {{#CARD_EXPIRY_ERROR}}<p class="error" id="card_expiry-error">{{CARD_EXPIRY_ERROR_TEXT}}</p>{{/CARD_EXPIRY_ERROR}}
    </div>
    <div class="field">
      <label for="card_cvc">Security code</label>
      <input id="card_cvc" name="card_cvc" type="text" inputmode="numeric" autocomplete="cc-csc" maxlength="4"{{#CARD_CVC_ERROR}} aria-invalid="true" aria-describedby="card_cvc-error"{{/CARD_CVC_ERROR}}>
      {{#CARD_CVC_ERROR}}<p class="error" id="card_cvc-error">{{CARD_CVC_ERROR_TEXT}}</p>{{/CARD_CVC_ERROR}}
    </div>
  </div>
</fieldset>
{{/CARD}}
