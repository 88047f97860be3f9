package dev.kida.spring.security;

import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who one page is for. Belongs to one render, and is asked on its threads. */
public final class SecurityFacts {

    /** The render attribute that carries the facts. */
    public static final Object KEY = SecurityFacts.class;

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private final Supplier<? extends @Nullable Authentication> authentication;
    private final Supplier<? extends @Nullable RoleHierarchy> hierarchy;
    private boolean known;
    private @Nullable Authentication found;
    private @Nullable Set<String> authorities;

    /**
     * @param authentication who is logged in, null for nobody; asked once, and only if the page wants to know
     * @param hierarchy gives which roles include others, null for none; asked when the page wants to know
     */
    public SecurityFacts(
            Supplier<? extends @Nullable Authentication> authentication,
            Supplier<? extends @Nullable RoleHierarchy> hierarchy) {
        this.authentication = authentication;
        this.hierarchy = hierarchy;
    }

    /** Who is logged in, or null: nobody, or somebody anonymous. */
    @Nullable
    Authentication user() {
        if (!known) {
            Authentication now = authentication.get();
            found = now != null && now.isAuthenticated() && !TRUST.isAnonymous(now) ? now : null;
            known = true;
        }
        return found;
    }

    boolean has(String authority) {
        Set<String> all = authorities;
        if (all == null) {
            all = authoritiesOf(user());
            authorities = all;
        }
        return all.contains(authority);
    }

    private Set<String> authoritiesOf(@Nullable Authentication user) {
        if (user == null) {
            return Set.of();
        }
        Collection<? extends GrantedAuthority> granted = user.getAuthorities();
        RoleHierarchy roles = hierarchy.get();
        Collection<? extends GrantedAuthority> reached =
                roles == null ? granted : roles.getReachableGrantedAuthorities(granted);
        return reached.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(a -> a != null)
                .collect(Collectors.toSet());
    }
}
