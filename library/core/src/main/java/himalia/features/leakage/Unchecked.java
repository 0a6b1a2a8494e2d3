package himalia.features.leakage;

import himalia.display.bundle.Amount;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** What is said of steps and models of which nobody can tell whether they have learnt from test rows. */
final class Unchecked {
    private Unchecked() {}

    /** Tells of rows of which none is known again. */
    static Leak of(Fitted each) {
        boolean areKnown = each.provenance().rows().areKnown();
        return of(
                each,
                areKnown
                        ? "none of the %s that it has learnt from is known again in either table"
                                .formatted(Amount.of(each.provenance().rows().rows(), "row"))
                        : "nobody knows which rows it has learnt from",
                areKnown
                        ? "name the table that it was fitted on, by from(…) or --from, and every step on the way from there to both tables"
                        : "name it as it was fitted: withoutRows() has taken them away; a step or model of your own tells it by returning Provenance.of(table) from provenance()");
    }

    static Leak of(Fitted each, String because, String what) {
        return new Leak(
                Leak.Kind.NOT_CHECKED,
                each.name(),
                "whether %s has learnt from test rows could not be checked: %s"
                        .formatted(each.name(), because),
                what,
                List.of());
    }

    /** A step that has learnt from more rows than stand in the tables which are named may have learnt from test rows, made otherwise since. */
    static Optional<Leak> more(Fitted each, List<Table> origins) {
        int named = origins.stream().mapToInt(each.provenance()::seenIn).sum();
        int learnt = each.provenance().rows().rows();
        boolean isMore = each.step() != null && named > 0 && learnt > named;
        return isMore
                ? Optional.of(
                        of(
                                each,
                                "it has learnt from %s, of which %,d stand in the tables that were named"
                                        .formatted(Amount.of(learnt, "row"), named),
                                "name the table that all of them are from"))
                : Optional.empty();
    }
}
