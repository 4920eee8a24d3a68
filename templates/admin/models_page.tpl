{{%AUTOESCAPE context="HTML"}}
{{! models_page.tpl - body of GET /admin/models; filled by cgi-bin/admin/models_page.cpp }}
<h1>Models</h1>
<p>Each model learns from what happens in this shop. A new version serves only when it is better than the one before and than no model at all, on data that neither has seen.</p>
{{#MODEL}}
<section class="panel stack" aria-labelledby="model-{{MODEL_KEY}}">
  <h2 id="model-{{MODEL_KEY}}">{{MODEL_NAME}}</h2>
  <p>{{MODEL_TEXT}}</p>
  {{#UNTRAINED}}<p>No version serves yet.{{#COUNTED}} Until one is better than no model, pages show what was bought together, simply counted.{{/COUNTED}}</p>{{/UNTRAINED}}
  {{#ACTIVE}}<p><a href="/admin/models/{{ACTIVE_ID}}">Version {{ACTIVE_ID}}</a> serves since {{ACTIVE_SINCE}}. {{ACTIVE_VERDICT}}.</p>{{/ACTIVE}}
  {{#HISTORY}}
  <figure>
    <svg viewBox="0 0 320 200" width="320" height="200" role="img" aria-label="{{HISTORY_FIGURE}} of the last {{HISTORY_COUNT}} versions, the newest at the right">
      <rect x="24" y="24" width="272" height="152" fill="none" stroke="currentColor" stroke-opacity="0.3"/>
      <polyline points="{{HISTORY_POINTS}}" fill="none" stroke="currentColor" stroke-width="2"/>
    </svg>
    <figcaption class="meta">{{HISTORY_FIGURE}} of the last {{HISTORY_COUNT}} versions, the newest at the right; the numbers are in the table.</figcaption>
  </figure>
  {{/HISTORY}}
  {{#VERSIONS}}
  <div class="table-wrap" tabindex="0" role="region" aria-label="Versions of {{MODEL_NAME}}">
  <table class="table stacks">
    <thead><tr><th scope="col">Version</th><th scope="col">Trained</th><th scope="col">State</th><th scope="col">Figure</th><th scope="col" class="number">This version</th><th scope="col" class="number">Without a model</th></tr></thead>
    <tbody>
    {{#VERSION}}<tr><th scope="row" data-label="Version"><a href="/admin/models/{{VERSION_ID}}">{{VERSION_ID}}</a></th><td data-label="Trained">{{VERSION_TRAINED}}</td><td data-label="State">{{VERSION_STATE}}</td><td data-label="Figure">{{VERSION_FIGURE}}</td><td data-label="This version" class="number">{{VERSION_VALUE}}</td><td data-label="Without a model" class="number">{{VERSION_PLAIN}}</td></tr>
    {{/VERSION}}
    </tbody>
  </table>
  </div>
  {{/VERSIONS}}
  {{#TRAIN}}
  <form method="post" action="/admin/models/train" class="actions">
    <input type="hidden" name="csrf" value="{{TRAIN_CSRF}}">
    <input type="hidden" name="model" value="{{TRAIN_MODEL}}">
    <label><input type="checkbox" name="forced" value="yes"> Publish it even if it is no better</label>
    <button class="quiet">Train now<span class="visually-hidden">: {{MODEL_NAME}}</span></button>
  </form>
  {{/TRAIN}}
</section>
{{/MODEL}}
{{#INSIGHTS}}
<h2 id="insights">Recommendations, last 30 days</h2>
<ul class="tiles">
  <li class="tile"><strong>{{INSIGHTS_COVERAGE}}</strong> of the products stand on somebody's list</li>
  <li class="tile"><strong>{{INSIGHTS_HIT_RATE}}</strong> of {{INSIGHTS_CUSTOMERS}} buying customers took something of their list</li>
  <li class="tile"><strong>{{INSIGHTS_RECOMMENDED}}</strong> of {{INSIGHTS_GOODS}} were goods of the buyer's list</li>
</ul>
{{/INSIGHTS}}
<h2 id="jobs">Trainings</h2>
{{#NO_JOBS}}<p>Nothing was trained yet. Start tools/retrain on the server, with --watch to let it stay.</p>{{/NO_JOBS}}
{{#JOBS}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="jobs">
<table class="table stacks">
  <thead><tr><th scope="col">Model</th><th scope="col">Asked</th><th scope="col">Why</th><th scope="col">State</th><th scope="col">What happened</th></tr></thead>
  <tbody>
  {{#JOB}}<tr><th scope="row" data-label="Model">{{JOB_MODEL}}</th><td data-label="Asked">{{JOB_ASKED}} {{JOB_BY}}</td><td data-label="Why">{{JOB_REASON}}</td><td data-label="State">{{JOB_STATE}}{{#PROGRESS}} <progress max="100" value="{{PROGRESS_PERCENT}}">{{PROGRESS_PERCENT}} %</progress>{{/PROGRESS}}</td><td data-label="What happened">{{JOB_MESSAGE}}{{#STOP}} <form method="post" action="/admin/models/stop"><input type="hidden" name="csrf" value="{{STOP_CSRF}}"><input type="hidden" name="job" value="{{STOP_JOB}}"><button class="quiet small">Stop<span class="visually-hidden"> this training</span></button></form>{{/STOP}}</td></tr>
  {{/JOB}}
  </tbody>
</table>
</div>
{{/JOBS}}
<h2 id="live">How they do</h2>
{{#NO_METRICS}}<p>Nothing was measured yet: what the models promised is set beside what came at the first look of each day.</p>{{/NO_METRICS}}
{{#METRICS}}
<div class="table-wrap" tabindex="0" role="region" aria-labelledby="live">
<table class="table stacks">
  <thead><tr><th scope="col">What</th><th scope="col">Model</th><th scope="col">Day</th><th scope="col" class="number">Value</th><th scope="col" class="number">Counted</th></tr></thead>
  <tbody>
  {{#METRIC}}<tr><th scope="row" data-label="What"><span>{{METRIC_NAME}}{{#METRIC_ALARM}} <strong class="badge bad">Alarm</strong>{{/METRIC_ALARM}}</span></th><td data-label="Model">{{METRIC_MODEL}}</td><td data-label="Day">{{METRIC_DAY}}</td><td data-label="Value" class="number">{{METRIC_VALUE}}</td><td data-label="Counted" class="number">{{METRIC_SAMPLES}}</td></tr>
  {{/METRIC}}
  </tbody>
</table>
</div>
{{/METRICS}}
{{#DRIFT}}
<details>
<summary>{{DRIFT_COUNT}} things known of customers, without an alarm</summary>
<p class="meta">How far each has moved since the model learnt (population stability index, PSI). From {{DRIFT_ALARM}} on it stands above as an alarm; only the time since the first purchase, which moves by itself, never does.</p>
<div class="table-wrap" tabindex="0" role="region" aria-label="Drift">
<table class="table">
  <thead><tr><th scope="col">What</th><th scope="col" class="number">PSI</th></tr></thead>
  <tbody>
  {{#DRIFT_FIGURE}}<tr><th scope="row">{{DRIFT_FIGURE_NAME}}</th><td class="number">{{DRIFT_FIGURE_VALUE}}</td></tr>
  {{/DRIFT_FIGURE}}
  </tbody>
</table>
</div>
</details>
{{/DRIFT}}
<p class="actions"><a class="button quiet" href="/admin/predictions">Customers by risk and value</a>{{#SETTINGS}} <a class="button quiet" href="/admin/models/settings">How models are trained</a>{{/SETTINGS}}</p>
