package io.orderjourney.notification.partners.usecase;

import io.orderjourney.notification.partners.Partner;
import io.orderjourney.notification.partners.Partner.Partners;
import io.orderjourney.notification.partners.PartnerScore;
import io.orderjourney.notification.partners.PartnerWord;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what partners said against what they did as the facts come in, so that a look at the score counts nothing. */
@ApplicationScoped
public class MeasurePartners {

    private final Partners partners;
    private final CurrentTerms terms;

    MeasurePartners(Partners partners, CurrentTerms terms) {
        this.partners = partners;
        this.terms = terms;
    }

    private record Counter(String partner, LocalDate month) {}

    /** What a batch of facts says, in as many statements for two hundred journeys as for one. */
    @Transactional
    public void measure(Collection<PartnerWord> words, Collection<Partners.Done> done) {
        if (!words.isEmpty()) {
            partners.said(words);
        }
        if (done.isEmpty()) {
            return;
        }
        List<PartnerWord> settled = partners.done(done);
        if (settled.isEmpty()) {
            return;
        }
        Map<String, Partner> agreed = partners.agreed();
        ZoneId zone = terms.get().zone();
        Map<Counter, PartnerScore> scores = new LinkedHashMap<>();
        List<PartnerWord> broken = settled.stream()
                .filter(word -> word.outcome(graceOf(word, agreed)) == PartnerWord.Outcome.BROKEN)
                .toList();
        for (PartnerWord word : settled) {
            PartnerScore one = PartnerScore.of(word, graceOf(word, agreed), zone);
            scores.merge(new Counter(one.partner(), one.month()), one, PartnerScore::and);
        }
        partners.count(scores.values(), broken);
    }

    private static Duration graceOf(PartnerWord word, Map<String, Partner> agreed) {
        Partner partner = agreed.get(word.partner());
        return partner == null ? Partner.USUAL_GRACE : partner.grace();
    }
}
