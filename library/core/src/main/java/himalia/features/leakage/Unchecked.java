package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.table.RowFingerprints;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import tech.tablesaw.api.Table;

/** What is said of steps and models of which nobody can tell whether they have learnt from test rows. */
final class Unchecked {
    private Unchecked() {}

    /**
     * Tells of rows of which none is known again.
     *
     * @param isNamed whether a table was named that they may be from
     */
    static Leak of(Fitted each, boolean isNamed) {
        boolean areKnown = each.provenance().rows().areKnown();
        return of(
                each,
                areKnown
                        ? "none of the %s that it has learnt from is known again in either table"
                                .formatted(Amount.of(each.provenance().rows().rows(), "row"))
                        : "nobody knows which rows it has learnt from",
                areKnown
                        ? isNamed
                                ? "name every step on the way from the table that it was fitted on to both tables; rows that no step makes as they are, such as those of fitApply and of a file that rounds, are not followed: check the tables as they were before"
                                : "name the table that it was fitted on, by from(…) or --from, and every step on the way from there to both tables"
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

    /**
     * Tells of test rows that may be rows it has learnt from, but for a digit.
     *
     * @param near which of them, in words: {@code "75 of the 75 test rows"}
     */
    static Leak lost(Fitted each, int lost, String near, boolean isOne) {
        return of(
                each,
                "%s that it has learnt from %s in neither table, as the steps make them, and %s %s nearer to them than chance would have it"
                        .formatted(
                                Amount.of(lost, "row"),
                                lost == 1 ? "is" : "are",
                                near,
                                isOne ? "is" : "are"),
                "look whether they are the same rows, with digits that were rounded on the way through a file; if so, check the table that was written");
    }

    /**
     * Who has learnt from rows that stand in none of the tables which are named may have learnt from test rows: a digit makes
     * another row of them, as floats by way of a CSV file.
     */
    static Optional<Leak> more(Fitted each, List<Table> named) {
        var rows = each.provenance().rows();
        if (!rows.areKnown()) {
            return Optional.empty();
        }
        var unknown = new LongOpenHashSet(rows.hashes());
        boolean areOnce = unknown.size() == rows.rows();
        for (var table : named) {
            if (!unknown.isEmpty() && table.columnNames().containsAll(rows.columns())) {
                LongStream.of(RowFingerprints.ofEach(table, rows.columns()))
                        .forEach(unknown::remove);
            }
        }
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        of(
                                each,
                                "%s%,d of the %s that it has learnt from %s in none of the tables that were named"
                                        .formatted(
                                                areOnce ? "" : "at least ",
                                                unknown.size(),
                                                Amount.of(rows.rows(), "row"),
                                                unknown.size() == 1 ? "stands" : "stand"),
                                "name the table that they are from, or that a sampler has made, by from(…) or --from; of test rows that came by a file, check the table that was written"));
    }
}
