package io.orderjourney.rest.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.access.StaffMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaffClaimsTest {

    private final StaffClaims claims = claims("groups", Map.of("shop-sales", "SALES", "counters", "PICKUP_POINT"));

    @Test
    void groups_become_roles_and_what_is_not_mapped_becomes_none() {
        assertThat(anna(Map.of("groups", List.of("shop-sales", "canteen", "MANAGEMENT"))))
                .isEqualTo(new StaffMember("anna", "Anna Nowak", Set.of(Roles.SALES), null));
    }

    @Test
    void a_clerk_of_a_pickup_point_serves_that_point() {
        assertThat(anna(Map.of("groups", List.of("counters"), "pickup_point", "WAW-01")))
                .isEqualTo(new StaffMember("anna", "Anna Nowak", Set.of(Roles.PICKUP_POINT), "WAW-01"));
    }

    @Test
    void a_clerk_of_no_pickup_point_serves_none_and_one_of_all_serves_all() {
        assertThat(anna(Map.of("groups", List.of("counters"))).roles()).isEmpty();
        assertThat(anna(Map.of("groups", List.of("counters"), "pickup_point", "no point"))
                        .roles())
                .isEmpty();
        assertThat(anna(Map.of("groups", List.of("counters"), "pickup_point", "*")))
                .isEqualTo(new StaffMember("anna", "Anna Nowak", Set.of(Roles.PICKUP_POINT), null));
    }

    @Test
    void roles_may_stand_inside_another_claim_or_under_a_name_with_dots() {
        Map<String, Object> inside = Map.of("realm_access", Map.of("roles", List.of("shop-sales")));
        Map<String, Object> dotted = Map.of("https://shop.test/roles", "shop-sales");
        Map<String, String> roles = Map.of("shop-sales", "SALES");

        assertThat(claims("realm_access.roles", roles)
                        .staffMember(said(inside))
                        .orElseThrow()
                        .roles())
                .containsExactly(Roles.SALES);
        assertThat(claims("https://shop.test/roles", roles)
                        .staffMember(said(dotted))
                        .orElseThrow()
                        .roles())
                .containsExactly(Roles.SALES);
    }

    @Test
    void without_a_mapping_a_group_called_like_a_role_gives_it() {
        StaffClaims plain = claims("groups", StaffClaims.mapping(Optional.empty()));

        assertThat(plain.staffMember(said(Map.of("groups", List.of("CREDIT", "STOREFRONT", "PARTNER", "credit"))))
                        .orElseThrow()
                        .roles())
                .containsExactly(Roles.CREDIT);
    }

    @Test
    void a_name_is_one_line_and_a_user_is_a_short_name() {
        assertThat(anna(Map.of("name", "Anna\nMANAGEMENT\u0000")).name()).isEqualTo("Anna MANAGEMENT");
        assertThat(claims.staffMember(Map.of("preferred_username", "a b", "sub", "7f3c"))
                        .orElseThrow()
                        .user())
                .isEqualTo("7f3c");
        assertThat(claims.staffMember(Map.of("preferred_username", "anna:boss")))
                .isEmpty();
        assertThat(claims.staffMember(Map.of())).isEmpty();
    }

    @Test
    void a_mapping_is_read_as_it_is_configured() {
        assertThat(StaffClaims.mapping(Optional.of("/desks/sales=SALES, id=7=CREDIT")))
                .isEqualTo(Map.of("/desks/sales", "SALES", "id=7", "CREDIT"));
        assertThatThrownBy(() -> StaffClaims.mapping(Optional.of("sales"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void no_group_makes_a_person_a_system() {
        assertThatThrownBy(() -> claims("groups", Map.of("shops", "STOREFRONT")))
                .isInstanceOf(IllegalStateException.class);
    }

    private StaffMember anna(Map<String, Object> more) {
        return claims.staffMember(said(more)).orElseThrow();
    }

    private static Map<String, Object> said(Map<String, Object> more) {
        Map<String, Object> said =
                new HashMap<>(Map.of("sub", "7f3c", "preferred_username", "anna", "name", "Anna Nowak"));
        said.putAll(more);
        return said;
    }

    private static StaffClaims claims(String rolesClaim, Map<String, String> roles) {
        return new StaffClaims("preferred_username", rolesClaim, roles, "pickup_point");
    }
}
