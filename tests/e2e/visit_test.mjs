// visit_test.mjs - a visitor's whole afternoon, in a browser without scripts.
import { check, openBrowser, shop, sql, visitor } from './tap.mjs';

const browser = await openBrowser();
const page = await visitor(browser);
const text = async (selector = 'main') => (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');
const says = async (name, words, selector) => {
  const found = await text(selector);
  check(name, found.includes(words), found.slice(0, 300));
};

// A guest looks around and fills a cart.
await page.goTo('/');
check('the first page shows products at once', (await page.locator('.product-card').count()) >= 8);
await page.fill('#site-search', 'wirless headphones');
await page.click('.site-search button');
await says('a typing error finds what was meant', 'wireless headphones', '.notice');
await page.click('.filters a:has-text("blue")');
await says('a filter is shown and can be taken off', 'Colour: blue', '.chips');
await page.click('.sort-links a:has-text("Cheapest")');
await page.locator('.product-card:not(:has(.sold-out)) .name a').first().click();
const name = await text('h1');
await page.click('text=Add to cart');
await page.goTo('/cart');
await says('what was added is in the cart', name);
await says('the cart shows the tax', 'tax');
await says('and what shipping costs', 'Shipping');

// Registering keeps the cart.
await page.click('text=Register');
const user = `visitor${Date.now() % 1e8}`;
await page.fill('#username', user);
await page.fill('#email', `${user}@example.com`);
await page.fill('#password', 'short');
await page.click('main button');
await says('a short password gets a sentence', 'at least 8 characters', '.error-summary');
check('what was typed is kept', (await page.inputValue('#username')) === user);
check('but never the password', (await page.inputValue('#password')) === '');
await page.fill('#password', 'a good long secret');
await page.selectOption('#country', 'US');
await page.click('main button');
await says('a new account says welcome', 'Welcome', '.notice');
await page.goTo('/cart');
await says('the guest\'s cart has come along', name);

// An order by bank transfer.
async function checkOut(fill) {
  await page.goTo('/checkout');
  await page.fill('#name', 'Vera Visitor');
  await page.fill('#street', '1 Main Street');
  await page.fill('#postal_code', '97201');
  await page.fill('#city', 'Portland');
  await page.selectOption('#country', 'US');
  await fill();
  await page.click('text=/^Place order/');
}
await checkOut(() => page.check('input[name=payment][value=bank_transfer]'));
const orderUrl = page.url();
check('an order page is shown', /\/order\/\d+/.test(orderUrl), orderUrl);
await says('it holds the product', name);
await says('and the address', '1 Main Street');
const number = sql(`SELECT number FROM sales_order JOIN account ON account.id = account_id WHERE username = '${user}' AND state = 'placed'`);
await says('and its number', number);

// The open order stands first in the list.
await page.goTo(sql("SELECT '/product/' || id FROM product WHERE in_stock > 9 ORDER BY id LIMIT 1"));
await page.click('text=Add to cart');
await page.goTo('/orders');
check('the TEMP order is first', await page.locator('.order-card').first().evaluate((card) => card.className.includes('temp')));
await page.goto(orderUrl);
await page.click('text=/Cancel/');
await says('an unpaid order can be cancelled', 'Cancelled');

// Paying by card: first one that is declined.
await checkOut(async () => {
  await page.check('input[name=payment][value=sandbox_card]');
  await page.fill('#card_number', '4000 0000 0000 0002');
  await page.fill('#card_expiry', '12/39');
  await page.fill('#card_cvc', '123');
});
check('a declined card says so', /declined/i.test(await text('body')), await text('body'));
await page.fill('#card_number', '4242 4242 4242 4242');
await page.fill('#card_expiry', '12/39');
await page.fill('#card_cvc', '123');
await page.click('main button:has-text("Pay")');
check('a good card pays it', /\bPaid\b/i.test(await text()), await text());

// Favorites and a review.
await page.goTo(sql("SELECT '/product/' || id FROM product WHERE in_stock > 9 ORDER BY id OFFSET 3 LIMIT 1"));
const favorite = await text('h1');
await page.click('text=Add to favorites');
await page.goTo('/favorites');
await says('a favorite is kept', favorite);
await page.goTo(sql("SELECT '/product/' || id FROM product WHERE in_stock > 9 ORDER BY id OFFSET 3 LIMIT 1"));
await page.check('input[name=stars][value="4"]');
await page.fill('[name=title]', 'Quite <b>nice</b>');
await page.click('text=/Save the review|Send review/');
await says('a review shows as it was typed', 'Quite <b>nice</b>');

// The assistant.
await page.goTo('/chat');
await page.fill('.ask [name=question]', "What's the cheapest smartwatch?");
await page.click('.ask button');
const cheapest = sql("SELECT to_char(min(price_cents) / 100.0, 'FM999990.00') FROM product WHERE name LIKE '%Smartwatch%' AND withdrawn_at IS NULL");
await page.waitForLoadState();
await says('the assistant names the price that the database holds', `$${cheapest}`);
const grown = await page.content();
check('the form for the next question is sent before the answer', grown.indexOf('class="ask"') < grown.indexOf('class="message assistant"'));
const [talk, ask] = [await page.locator('.conversation').boundingBox(), await page.locator('.ask').boundingBox()];
check('and stands below it', talk.y < ask.y, JSON.stringify([talk, ask]));
check('with a card that leads to the product', (await page.locator('.message .product-card a, .product-row a').count()) > 0);
await page.goTo('/chat');
await page.locator('form[action="/chat/reset"] button').first().click();
check('a reset begins a new conversation', !(await text()).includes(`$${cheapest}`));

// Log out and in again.
await page.click('text=Log out');
check('after logging out the page is a visitor\'s', await page.locator('.site-head >> text=Log in').isVisible());
await page.goTo('/login');
await page.fill('#login', user);
await page.fill('#password', 'a good long secret');
await page.click('main button');
await page.goTo('/favorites');
await says('favorites survive it', favorite);

// And leave for good.
await page.goTo('/account/delete');
await page.fill('#password', 'a good long secret');
await page.click('main button');
await says('an account can be deleted', 'deleted', '.notice');
check('and is gone', sql(`SELECT count(*) FROM account WHERE username = '${user}'`) === '0');
await browser.close();
