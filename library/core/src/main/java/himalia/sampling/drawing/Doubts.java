package himalia.sampling.drawing;

import himalia.table.Tables;
import tech.tablesaw.api.Table;

/** Why an estimate has no interval: of one unit nobody knows how far units lie apart. */
final class Doubts {
    private Doubts() {}

    /**
     * Says it of a unit that was drawn alone.
     *
     * @param row one of its rows in the table
     */
    static String ofOne(SampleDesign design, Table population, int row) {
        if (design instanceof StratifiedSample stratified) {
            var by = Tables.column(population, stratified.by());
            boolean isEqual = stratified.allocation() == StratifiedSample.Allocation.EQUAL;
            return "one row of stratum '%s' of %s; draw more rows%s, so that each gives two"
                    .formatted(
                            Tables.isMissing(by, row) ? "" : Tables.level(by, row),
                            by.name(),
                            isEqual ? "" : ", or by Allocation.EQUAL");
        }
        return design instanceof ClusterSample
                ? "one group was drawn; draw two or more"
                : "one row was drawn; draw two or more";
    }
}
