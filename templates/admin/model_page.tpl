{{%AUTOESCAPE context="HTML"}}
{{! model_page.tpl - body of GET /admin/models/{id}; filled by cgi-bin/admin/model_page.cpp }}
<nav class="breadcrumbs" aria-label="You are here"><ol><li><a href="/admin/models">Models</a></li><li aria-current="page">{{NAME}} {{ID}}</li></ol></nav>
<h1>{{NAME}}, version {{ID}}</h1>
<p class="lead">{{STATE}}. {{VERDICT}}.</p>
<dl class="facts">
  <dt>{{FIGURE}}</dt><dd>{{VALUE}}, in 95 of 100 resamplings {{LOW}} to {{HIGH}}{{#MEANING}}<br><span class="meta">{{MEANING_TEXT}}</span>{{/MEANING}}</dd>
  <dt>Without a model</dt><dd>{{PLAIN}}</dd>
  {{#CHAMPION}}<dt>The version before</dt><dd>{{CHAMPION_VALUE}}</dd>{{/CHAMPION}}
  <dt>Learnt from</dt><dd>{{FROM}} to {{TO}}</dd>
  <dt>Trained</dt><dd>{{TRAINED}}, by version {{CODE}} of the program, seed {{SEED}}</dd>
  <dt>Fingerprint</dt><dd>{{HASH}}</dd>
  <dt>Parameters</dt><dd>{{PARAMETERS}}</dd>
</dl>
{{#ACTIVATE}}
<form method="post" action="/admin/models/{{ID}}/activate" class="actions">
  <input type="hidden" name="csrf" value="{{ACTIVATE_CSRF}}">
  <button>Let this version serve</button>
</form>
{{/ACTIVATE}}
<div class="columns two">
{{#CALIBRATION}}
<section aria-labelledby="calibration">
  <h2 id="calibration">Said and came</h2>
  <figure>
  <svg viewBox="0 0 320 200" width="320" height="200" role="img" aria-label="What the model said against what came; the straight line would be perfect. The table has the numbers.">
    <rect x="24" y="24" width="272" height="152" fill="none" stroke="currentColor" stroke-opacity="0.3"/>
    <line x1="24" y1="176" x2="296" y2="24" stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 4"/>
    <polyline points="{{CALIBRATION_POINTS}}" fill="none" stroke="currentColor" stroke-width="2"/>
    <text x="296" y="192" font-size="12" text-anchor="end" fill="currentColor">said: 0 to 100 %</text>
    <text x="24" y="17" font-size="12" fill="currentColor">came: 0 to 100 %</text>
  </svg>
  </figure>
  <div class="table-wrap" tabindex="0" role="region" aria-label="Said and came, in numbers">
  <table class="table">
    <thead><tr><th scope="col" class="number">Said</th><th scope="col" class="number">Came</th><th scope="col" class="number">Customers</th></tr></thead>
    <tbody>{{#GROUP}}<tr><td class="number">{{GROUP_SAID}}</td><td class="number">{{GROUP_CAME}}</td><td class="number">{{GROUP_PEOPLE}}</td></tr>{{/GROUP}}</tbody>
  </table>
  </div>
</section>
{{/CALIBRATION}}
{{#LIFT}}
<section aria-labelledby="lift">
  <h2 id="lift">Who is found first</h2>
  <figure>
  <svg viewBox="0 0 320 200" width="320" height="200" role="img" aria-label="Share of those who left that is found among the customers with the highest chance">
    <rect x="24" y="24" width="272" height="152" fill="none" stroke="currentColor" stroke-opacity="0.3"/>
    <line x1="24" y1="176" x2="296" y2="24" stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 4"/>
    <polyline points="{{LIFT_POINTS}}" fill="none" stroke="currentColor" stroke-width="2"/>
    <text x="296" y="192" font-size="12" text-anchor="end" fill="currentColor">customers, highest chance first</text>
    <text x="24" y="17" font-size="12" fill="currentColor">of those who left, found</text>
  </svg>
  </figure>
  <p class="meta">Among the tenth with the highest chance are {{LIFT_FIRST}} of all who left; by chance it would be 10 %.</p>
</section>
{{/LIFT}}
</div>
{{#IMPORTANCE}}
<section aria-labelledby="importance">
  <h2 id="importance">What moves the answer</h2>
  <div class="table-wrap" tabindex="0" role="region" aria-label="What moves the answer, in numbers">
  <table class="table">
    <thead><tr><th scope="col">What is known</th><th scope="col" class="number">Moves by</th><th scope="col"><span class="visually-hidden">As a bar</span></th></tr></thead>
    <tbody>{{#FEATURE}}<tr><th scope="row">{{FEATURE_NAME}}</th><td class="number">{{FEATURE_ADDS}}</td><td><svg viewBox="0 0 200 14" width="200" height="14" aria-hidden="true"><rect x="0" y="2" width="{{FEATURE_WIDTH}}" height="10" fill="currentColor"/></svg></td></tr>{{/FEATURE}}</tbody>
  </table>
  </div>
</section>
{{/IMPORTANCE}}
