package dev.kida.spring.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.BodyInserters.FormInserter;

/** Forms look the same on both stacks. */
abstract class FormsTest {

    abstract WebTestClient client();

    @Test
    void aFormShowsItsObject() {
        String page = get("/user");

        assertThat(page)
                .contains("<form method=\"post\" action=\"/user\" id=\"f\" hx-boost=\"true\">")
                .contains("<input type=\"hidden\" name=\"id\" value=\"7\">")
                .contains("<label for=\"email\">Email</label>")
                .contains("<input type=\"email\" id=\"email\" name=\"email\" value=\"ada@example.org\""
                        + " aria-describedby=\"email-hint\" required>")
                .contains("<small id=\"email-hint\" class=\"hint\">Where we write to</small>")
                .contains("<label for=\"age\">How old?</label>")
                .contains("<textarea id=\"bio\" name=\"bio\" rows=\"3\">\nfirst\nsecond &lt;/textarea&gt;</textarea>")
                .contains("name=\"address.city\" value=\"Łódź &amp; &lt;Bern&gt;\"")
                .doesNotContain("errors", "aria-invalid");
    }

    @Test
    void passwordsAreNotShownAgain() {
        assertThat(get("/user"))
                .contains("<input type=\"password\" id=\"password\" name=\"password\">")
                .doesNotContain("secret");
    }

    @Test
    void whatIsChosenIsMarked() {
        assertThat(get("/user"))
                .contains(
                        "<select id=\"colour\" name=\"colour\"><option value=\"\">–</option><option value=\"RED\">RED</option>"
                                + "<option value=\"GREEN\" selected>GREEN</option></select>")
                .contains("<input type=\"checkbox\" id=\"newsletter\" name=\"newsletter\" value=\"true\" checked>"
                        + "<input type=\"hidden\" name=\"_newsletter\" value=\"on\">")
                .contains("id=\"roles-ADMIN\" name=\"roles\" value=\"ADMIN\">")
                .contains("id=\"roles-EDITOR\" name=\"roles\" value=\"EDITOR\" checked>")
                .contains("<input type=\"hidden\" name=\"_roles\" value=\"on\">")
                .contains("<input type=\"radio\" id=\"size-l\" name=\"size\" value=\"l\" checked>")
                .contains("<label for=\"size-s\">Small</label>");
    }

    @Test
    void choicesComeFromGroupsAndFromObjects() {
        assertThat(get("/choices"))
                .contains("<optgroup label=\"Large ones\"><option value=\"2\" selected>Two</option></optgroup>")
                .contains("<option value=\"1\">&lt;One&gt;</option><option value=\"2\" selected>Two</option>")
                .contains("<select id=\"roles\" name=\"roles\" multiple><option value=\"ADMIN\">ADMIN</option>"
                        + "<option value=\"EDITOR\" selected>EDITOR</option></select>"
                        + "<input type=\"hidden\" name=\"_roles\" value=\"1\">");
    }

    @Test
    void errorsStandAtTheirFieldsWithWhatWasTyped() {
        String page = post(BodyInserters.fromFormData("email", "a<b").with("age", "many"));

        assertThat(page)
                .contains("<div class=\"field has-errors\">\n<label for=\"email\">")
                .contains(
                        "value=\"a&lt;b\" aria-invalid=\"true\" aria-describedby=\"email-hint email-errors\" required>")
                .contains(
                        "<ul id=\"email-errors\" class=\"errors\" role=\"alert\"><li>not &lt;an&gt; address</li></ul>")
                .contains("name=\"age\" value=\"many\" aria-invalid=\"true\" aria-describedby=\"age-errors\">")
                .contains("<ul id=\"age-errors\"")
                .doesNotContain("id=\"bio-errors\"");
    }

    @Test
    void errorsOfTheWholeObjectStandWhereTheFormSays() {
        assertThat(post(BodyInserters.fromFormData("email", "taken@example.org")))
                .contains("<ul class=\"errors\" role=\"alert\"><li>That one is taken</li></ul>");
    }

    @Test
    void anObjectThatComesLateIsReadOnceForAllFields() {
        int before = UserController.LOADED.get();

        assertThat(get("/user/late")).isEqualTo(get("/user"));

        assertThat(UserController.LOADED.get()).isEqualTo(before + 1);
    }

    @Test
    void errorsThatComeLateStandAtTheirFields() {
        assertThat(get("/user/late-errors")).contains("value=\"ada@example.org\"", "<li>That one is taken, too</li>");
    }

    @Test
    void bindGivesWhatTemplatesOfOnesOwnNeed() {
        assertThat(get("/bind").strip()).isEqualTo("ada@example.org|email|email|false|");
    }

    @Test
    void bindSaysWhatIsMissing() {
        assertThat(failure("/nothing")).contains("the model has no attribute 'user'");
        assertThat(failure("/user/late?view=forms/bind&millis=5"))
                .contains("cannot wait for the asynchronous attribute 'user'");
    }

    @Test
    void methodsThatBrowsersLackAreHiddenFields() {
        assertThat(get("/search?method=delete&action=/x").strip())
                .isEqualTo(
                        "<form method=\"post\" action=\"/x?\"><input type=\"hidden\" name=\"_method\" value=\"delete\">"
                                + "<input type=\"hidden\" name=\"extra\" value=\"delete\"></form>");
    }

    @Test
    void nothingSecretGoesIntoAUrlOrToAnotherSite() {
        assertThat(get("/search?method=get&action=/x")).doesNotContain("hidden");
        for (String foreign :
                new String[] {"https://evil.example/x", "//evil.example", "\\\\evil.example", "/\\evil"}) {
            assertThat(get("/search?method=post&action=" + foreign)).doesNotContain("hidden");
        }
    }

    final String get(String path) {
        return client().get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private String post(FormInserter<String> form) {
        return client().post()
                .uri("/user")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** The message of the error that the page fails with. */
    abstract String failure(String path);
}
