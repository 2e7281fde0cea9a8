package io.orderjourney.rest.oidc;

import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.access.StaffMember;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a person out of a token's claims. What no claim says, nobody gets: a group that is not mapped is no role, and a clerk
 * of a pickup point who belongs to none serves none.
 *
 * @param userClaim the person's short name
 * @param rolesClaim the person's groups: the name of a claim, or a path into one, such as {@code realm_access.roles}
 * @param roleByGroup what a group may do
 * @param pickupPointClaim the point where the person works, {@link #ALL_POINTS} for somebody who serves all
 */
public record StaffClaims(
        String userClaim, String rolesClaim, Map<String, String> roleByGroup, String pickupPointClaim) {

    public static final String ALL_POINTS = "*";

    /** Roles of people. Systems have tokens of their own. */
    static final Set<String> GRANTED = Set.of(
            Roles.SALES,
            Roles.CREDIT,
            Roles.WAREHOUSE,
            Roles.PICKUP_POINT,
            Roles.CUSTOMER_CARE,
            Roles.MANAGEMENT,
            Roles.OPERATOR);

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Pattern POINT = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
    private static final int NAME_LENGTH_MAX = 100;

    public StaffClaims {
        roleByGroup = Map.copyOf(roleByGroup);
        if (!GRANTED.containsAll(roleByGroup.values())) {
            throw new IllegalStateException("journey.oidc.roles: a group gives one of "
                    + GRANTED.stream().sorted().toList());
        }
    }

    /**
     * The mapping of groups to roles as it is configured: {@code group=ROLE}, separated by commas. Without one, a group that is
     * called like a role gives it.
     *
     * @throws IllegalStateException if an entry is none
     */
    public static Map<String, String> mapping(Optional<String> configured) {
        if (configured.isEmpty()) {
            return GRANTED.stream().collect(Collectors.toMap(role -> role, role -> role));
        }
        Map<String, String> roles = new LinkedHashMap<>();
        for (String entry : configured.get().split(",")) {
            int sign = entry.lastIndexOf('=');
            if (sign < 1) {
                throw new IllegalStateException("journey.oidc.roles: an entry is group=ROLE");
            }
            roles.put(
                    entry.substring(0, sign).strip(), entry.substring(sign + 1).strip());
        }
        return roles;
    }

    /** The person; empty if the claims name nobody. */
    public Optional<StaffMember> staffMember(Map<String, Object> claims) {
        Optional<String> user = Stream.of(claims.get(userClaim), claims.get("sub"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> USER.matcher(text).matches())
                .findFirst();
        return user.map(known -> staffMember(known, claims));
    }

    private StaffMember staffMember(String user, Map<String, Object> claims) {
        Set<String> roles = groups(claims)
                .map(roleByGroup::get)
                .filter(role -> role != null)
                .collect(Collectors.toCollection(HashSet::new));
        Object point = claims.get(pickupPointClaim);
        boolean ofOnePoint = point instanceof String text && POINT.matcher(text).matches();
        if (!ofOnePoint && !ALL_POINTS.equals(point)) {
            roles.remove(Roles.PICKUP_POINT);
        }
        return new StaffMember(user, name(claims.get("name"), user), roles, ofOnePoint ? (String) point : null);
    }

    private Stream<String> groups(Map<String, Object> claims) {
        Object found =
                claims.containsKey(rolesClaim) ? claims.get(rolesClaim) : at(claims, List.of(rolesClaim.split("\\.")));
        if (found instanceof Collection<?> several) {
            return several.stream().filter(String.class::isInstance).map(String.class::cast);
        }
        return found instanceof String one ? Stream.of(one) : Stream.empty();
    }

    private static @Nullable Object at(Map<?, ?> claims, List<String> path) {
        Object found = claims.get(path.get(0));
        if (path.size() == 1) {
            return found;
        }
        return found instanceof Map<?, ?> inner ? at(inner, path.subList(1, path.size())) : null;
    }

    /** One line: it is shown to colleagues and written into cookies. */
    private static String name(@Nullable Object claim, String user) {
        String name =
                claim instanceof String text ? text.replaceAll("\\p{C}+", " ").strip() : "";
        return name.isEmpty() ? user : name.substring(0, Math.min(name.length(), NAME_LENGTH_MAX));
    }
}
