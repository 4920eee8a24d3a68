{{%AUTOESCAPE context="HTML"}}
{{! why_page.tpl - body of GET /why/{message}; filled by cgi-bin/chat/why_page.cpp }}
<h1>Where this answer comes from</h1>
<section class="panel">
{{#LINE}}<p>{{LINE_TEXT}}</p>{{/LINE}}
</section>
{{#NONE}}<p>This answer states nothing that the shop’s records hold.</p>{{/NONE}}
{{#SOME}}
<div class="table-wrap">
<table class="table stacks">
  <caption>Every name and number in the answer, and the record that it was read from</caption>
  <thead><tr><th scope="col">What was said</th><th scope="col">Record</th><th scope="col">Read on</th></tr></thead>
  <tbody>
  {{#FACT}}
  <tr>
    <td data-label="What was said">{{FACT_VALUE}}</td>
    <td data-label="Record">{{#FROM_QUESTION}}your question{{/FROM_QUESTION}}{{#FROM_ROW}}<code>{{FROM_ROW_SOURCE}}</code>{{/FROM_ROW}}</td>
    <td data-label="Read on"><time datetime="{{FACT_ISO}}">{{FACT_TIME}}</time></td>
  </tr>
  {{/FACT}}
  </tbody>
</table>
</div>
{{/SOME}}
<p><a href="/chat/{{CONVERSATION}}#message-{{SEQUENCE}}">Back to the conversation</a></p>
