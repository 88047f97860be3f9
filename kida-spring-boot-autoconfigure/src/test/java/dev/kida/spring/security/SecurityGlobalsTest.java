package dev.kida.spring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.render.RenderOptions;
import dev.kida.spring.webflux.ReactiveSecurity;
import dev.kida.spring.webmvc.ServletSecurity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;

class SecurityGlobalsTest {

    private static final String PAGE = "{{ has_role('EDITOR') }},{{ has_role('ROLE_ADMIN', 'GUEST') }},"
            + "{{ has_authority('read') }},{{ is_authenticated() }},{{ principal()?.name ?? 'nobody' }}";

    public record Account(String displayName, String password) {}

    private final KidaEngine engine;
    private final Authentication ada =
            new UsernamePasswordAuthenticationToken(
                    new Account("Ada <3", "hash"), "pw", AuthorityUtils.createAuthorityList("ROLE_ADMIN", "read")) {
                @Override
                public String getName() {
                    return "ada";
                }
            };
    private final Authentication anonymous =
            new AnonymousAuthenticationToken("key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_EDITOR"));

    SecurityGlobalsTest() {
        KidaEngineBuilder builder = KidaEngine.builder();
        SecurityGlobals.addTo(builder, () -> "ROLE_");
        this.engine = builder.build();
    }

    @AfterEach
    void forget() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void bothStacksKnowWhoIsLoggedIn() {
        assertThat(servlet(PAGE, ada)).isEqualTo("false,true,true,true,ada");
        assertThat(reactive(PAGE, ada)).isEqualTo("false,true,true,true,ada");
    }

    @Test
    void nobodyAndTheAnonymousAreTheSame() {
        for (Authentication user : new Authentication[] {null, anonymous}) {
            assertThat(servlet(PAGE, user)).isEqualTo("false,false,false,false,nobody");
            assertThat(reactive(PAGE, user)).isEqualTo("false,false,false,false,nobody");
        }
    }

    @Test
    void rolesMayIncludeOthers() {
        RoleHierarchyImpl hierarchy = RoleHierarchyImpl.fromHierarchy("ROLE_ADMIN > ROLE_EDITOR");
        SecurityContextHolder.getContext().setAuthentication(ada);
        RenderOptions options = new ServletSecurity(() -> hierarchy)
                .customize(
                        RenderOptions.defaults(),
                        new HashMap<>(),
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());

        assertThat(engine.fromString("{{ has_role('EDITOR') }}").render(Map.of(), options))
                .isEqualTo("true");
    }

    @Test
    void theUserCanBeShownButNotItsSecrets() {
        assertThat(servlet("{{ principal().user.display_name ?? principal().user.displayName }}", ada))
                .isEqualTo("Ada &lt;3");
        assertThat(servlet("{{ principal() }} {{ principal().user }}", ada)).isEqualTo("ada ada");
        assertThat(servlet("{{ principal().authorities | sort | join(' ') }}", ada))
                .isEqualTo("read ROLE_ADMIN");
        assertThatThrownBy(() -> servlet("{{ principal().user.password }}", ada))
                .hasMessageContaining("password");
        assertThatThrownBy(() -> servlet("{{ principal().credentials }}", ada)).hasMessageContaining("credentials");
    }

    @Test
    void theRenderMayGoOnOnAnotherThread() {
        SecurityContextHolder.getContext().setAuthentication(ada);
        RenderOptions options = new ServletSecurity(() -> null)
                .customize(
                        RenderOptions.defaults(),
                        new HashMap<>(),
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());

        assertThat(CompletableFuture.supplyAsync(() -> engine.fromString(PAGE).render(Map.of(), options))
                        .join())
                .endsWith("true,ada");
    }

    @Test
    void outsideAViewNobodyGuesses() {
        for (String call : List.of("has_role('X')", "principal()", "is_authenticated()")) {
            assertThatThrownBy(() -> engine.fromString("{{ " + call + " }}").render(Map.of()))
                    .hasMessageContaining("not known who the page is for");
        }
    }

    private String servlet(String template, Authentication user) {
        SecurityContextHolder.getContext().setAuthentication(user);
        RenderOptions options = new ServletSecurity(() -> null)
                .customize(
                        RenderOptions.defaults(),
                        new HashMap<>(),
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse());
        return engine.fromString(template).render(Map.of(), options);
    }

    private String reactive(String template, Authentication user) {
        var options = new ReactiveSecurity(() -> null)
                .customize(
                        RenderOptions.defaults(),
                        new HashMap<>(),
                        MockServerWebExchange.from(MockServerHttpRequest.get("/")));
        var known =
                user == null ? options : options.contextWrite(ReactiveSecurityContextHolder.withAuthentication(user));
        return engine.fromString(template).render(Map.of(), known.block());
    }
}
