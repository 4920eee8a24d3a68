{{%AUTOESCAPE context="HTML"}}
{{! _message.tpl - one message in an <ol class="conversation">; filled by cgi-bin/chat/chat_view.cpp }}
<li class="message {{SENDER}}" id="message-{{SEQUENCE}}">
  {{#BY_VISITOR}}<p class="visually-hidden">You asked:</p>{{/BY_VISITOR}}
  {{#BY_SHOP}}<p class="visually-hidden">The shop answers:</p>{{/BY_SHOP}}
  {{#THINKING}}<p class="thinking" aria-hidden="true"><span></span><span></span><span></span></p>{{/THINKING}}
  {{#LINE}}<p>{{LINE_TEXT}}</p>{{/LINE}}
  {{#CUT}}<!-- the answer grows here -->{{/CUT}}
  {{#PRODUCTS}}<ul class="product-grid">{{>PRODUCT}}</ul>{{/PRODUCTS}}
  {{#PROPOSAL}}<form class="inline-form" method="post" action="/chat/proposal/{{PROPOSAL_ID}}"><input type="hidden" name="csrf" value="{{PROPOSAL_CSRF}}"><button>{{PROPOSAL_LABEL}}</button></form>
  {{/PROPOSAL}}
  {{#ORDER}}<p><a href="/order/{{ORDER_ID}}">Open order {{ORDER_NUMBER}}</a></p>{{/ORDER}}
  {{#POLICY}}<p><a href="/policies/{{POLICY_SLUG}}">Read all of “{{POLICY_TITLE}}”</a></p>{{/POLICY}}
  <p class="meta"><time datetime="{{ISO}}">{{TIME}}</time>{{#WHY}} · <a href="/why/{{WHY_MESSAGE}}">Where does this come from?</a>{{/WHY}}</p>
  {{#REACT}}<form class="row" method="post" action="/chat/react/{{REACT_MESSAGE}}"><input type="hidden" name="csrf" value="{{REACT_CSRF}}"><button class="quiet small" name="reaction" value="like" aria-pressed="{{REACT_LIKED}}">Helpful</button> <button class="quiet small" name="reaction" value="dislike" aria-pressed="{{REACT_DISLIKED}}">Not helpful</button></form>
  {{/REACT}}
</li>
