{{%AUTOESCAPE context="HTML"}}
{{! question_gaps_page.tpl - body of GET /admin/conversations/gaps; filled by cgi-bin/admin/question_gaps_page.cpp }}
<h1>What was not understood</h1>
<p>Questions of the last 90 days that the assistant was unsure about, or that found nothing, the most frequent first. Teach the assistant what a wording means, or what to say to it: before anything is saved, you see how many past questions that would have answered. <a href="/admin/conversations/gaps.csv">As CSV</a></p>
{{#LESSONS}}
<section class="panel" aria-labelledby="lessons">
  <h2 id="lessons">What the assistant was taught</h2>
  <ul class="plain-list">{{#LESSON}}<li class="list-row"><form method="post" action="/admin/conversations/templates/{{LESSON_ID}}/remove" class="spread"><span>“{{LESSON_WORDING}}” {{#LESSON_MEANS}}<span class="meta">is taken for</span> “{{LESSON_MEANS_TEXT}}”{{/LESSON_MEANS}}{{#LESSON_ANSWER}}<span class="meta">is answered with</span> “{{LESSON_ANSWER_TEXT}}”{{/LESSON_ANSWER}}</span> <input type="hidden" name="csrf" value="{{LESSON_CSRF}}"><input type="hidden" name="version" value="{{LESSON_VERSION}}"><button class="small quiet">Remove<span class="visually-hidden"> {{LESSON_WORDING}}</span></button></form></li>
  {{/LESSON}}</ul>
</section>
{{/LESSONS}}
{{#NONE}}<div class="empty-state"><p>Everything was understood.</p></div>{{/NONE}}
{{#TABLE}}
<div class="table-wrap" role="region" aria-label="Questions" tabindex="0">
<table class="table stacks">
  <thead><tr><th scope="col">Question</th><th scope="col" class="number">Times</th><th scope="col" class="number">Conversations</th><th scope="col">Taken for</th><th scope="col">Last asked</th><th scope="col"><span class="visually-hidden">Teach</span></th></tr></thead>
  <tbody>
  {{#GAP}}<tr><th scope="row" data-label="Question"><a href="/admin/conversations/{{GAP_CONVERSATION}}">{{GAP_TEXT}}</a></th><td data-label="Times" class="number">{{GAP_TIMES}}</td><td data-label="Conversations" class="number">{{GAP_CONVERSATIONS}}</td><td data-label="Taken for">{{#GAP_INTENT}}{{GAP_INTENT_NAME}}{{/GAP_INTENT}}{{#GAP_SOUGHT}}<span><span class="meta">nothing found for</span> “{{GAP_SOUGHT_WORDS}}”</span>{{/GAP_SOUGHT}}</td><td data-label="Last asked">{{GAP_AT}}</td><td><a href="{{GAP_TEACH_URL}}">Teach<span class="visually-hidden"> {{GAP_TEXT}}</span></a></td></tr>
  {{/GAP}}
  </tbody>
</table>
</div>
{{/TABLE}}
