package dev.kida.spring.security;

import dev.kida.value.MemberProvider;
import dev.kida.value.Members;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * What {@code principal()} gives: {@code name}, {@code authorities}, and {@code user}, the application's own object, of which
 * everything can be read but passwords and credentials.
 */
final class UserMembers implements MemberProvider {

    private final String name;
    private final Map<String, Object> members;

    UserMembers(Authentication authentication) {
        this.name = authentication.getName();
        List<String> authorities = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toList());
        Object user = authentication.getPrincipal();
        this.members = user == null
                ? Map.of("name", name, "authorities", authorities)
                : Map.of("name", name, "authorities", authorities, "user", new Guarded(user, name));
    }

    @Override
    public @Nullable Object member(String member) {
        return members.containsKey(member) ? members.get(member) : Members.MISSING;
    }

    @Override
    public Collection<String> memberNames() {
        return members.keySet();
    }

    @Override
    public String toString() {
        return name;
    }

    /** The user object without its secrets. */
    private record Guarded(Object user, String name) implements MemberProvider {

        @Override
        public @Nullable Object member(String member) {
            String lower = member.toLowerCase(Locale.ROOT);
            return lower.contains("password") || lower.contains("credentials") || lower.contains("secret")
                    ? Members.MISSING
                    : Members.find(user, member, Members.MISSING);
        }

        @Override
        public Collection<String> memberNames() {
            return List.of();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
