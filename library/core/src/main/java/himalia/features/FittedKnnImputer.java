package himalia.features;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.table.ColumnArrays;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows that fill others' missing numbers.
 *
 * @param donors their numbers, by column; NaN is missing
 */
record FittedKnnImputer(
        KnnImputer step, List<Feature> reads, double[][] donors, Provenance provenance)
        implements SharingStep {
    FittedKnnImputer {
        reads = List.copyOf(reads);
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    /** A row and how far it is. */
    private record Near(int row, double distance) implements Comparable<Near> {
        @Override
        public int compareTo(Near other) {
            int order = Double.compare(distance, other.distance);
            return order == 0 ? Integer.compare(row, other.row) : order;
        }
    }

    @Override
    public FittedKnnImputer withoutRows() {
        return new FittedKnnImputer(step, reads, donors, Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        var numbers = Columns.numbers(table, reads, step.name());
        var filled = Arrays.stream(numbers).map(double[]::clone).toArray(double[][]::new);
        var interrupt = new InterruptCheck();
        // What a thread of the pool throws comes out of it with another message.
        IntStream.range(0, table.rowCount())
                .parallel()
                .filter(row -> Arrays.stream(numbers).anyMatch(each -> Double.isNaN(each[row])))
                .filter(
                        row -> {
                            interrupt.ask();
                            return !fill(numbers, row, filled);
                        })
                .min()
                .ifPresent(this::refuse);
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int j = 0; j < filled.length; j++) {
            var column = table.numberColumn(reads.get(j).name());
            instead.put(
                    column.name(),
                    List.of(
                            ColumnArrays.printedAs(
                                    column, ColumnArrays.reals(column.name(), filled[j]))));
        }
        return Columns.replaced(table, instead, step.name());
    }

    private void refuse(int row) {
        throw new IllegalArgumentException(
                "row %d is further from the rows that %s has learnt from than a double can measure; look at its numbers, or leave it out"
                        .formatted(row, step.name()));
    }

    /** Returns whether all distances of the row could be measured. */
    private boolean fill(double[][] numbers, int row, double[][] filled) {
        var distances = new double[donors[0].length];
        for (int donor = 0; donor < distances.length; donor++) {
            distances[donor] = distance(numbers, row, donor);
            if (Double.isInfinite(distances[donor])) {
                return false;
            }
        }
        for (int j = 0; j < numbers.length; j++) {
            if (Double.isNaN(numbers[j][row])) {
                filled[j][row] = mean(donors[j], distances);
            }
        }
        return true;
    }

    /** Of what both have, as much as if they had all; NaN where they have nothing in common. */
    private double distance(double[][] numbers, int row, int donor) {
        double sum = 0;
        int both = 0;
        for (int j = 0; j < numbers.length; j++) {
            double distance = numbers[j][row] - donors[j][donor];
            if (!Double.isNaN(distance)) {
                sum += distance * distance;
                both++;
            }
        }
        return both == 0 ? Double.NaN : Math.sqrt(sum / both * numbers.length);
    }

    /** Returns the mean of a column's donors, which fills where no row has anything in common. */
    static double mean(double[] values) {
        return Arrays.stream(values).filter(each -> !Double.isNaN(each)).average().orElseThrow();
    }

    @Override
    public String sql(String from) {
        return SqlDonors.query(this, from);
    }

    @Override
    public void onnx(OnnxGraph graph) {
        graph.replace(new OnnxDonors(this, graph).filled());
    }

    private double mean(double[] values, double[] distances) {
        var nearest = new PriorityQueue<Near>(java.util.Comparator.reverseOrder());
        for (int donor = 0; donor < values.length; donor++) {
            if (Double.isNaN(values[donor]) || Double.isNaN(distances[donor])) {
                continue;
            }
            if (nearest.size() < step.neighbours()
                    || distances[donor] < nearest.element().distance()) {
                nearest.add(new Near(donor, distances[donor]));
                if (nearest.size() > step.neighbours()) {
                    nearest.remove();
                }
            }
        }
        if (nearest.isEmpty()) {
            return mean(values);
        }
        boolean isHit = nearest.stream().anyMatch(near -> near.distance() == 0);
        double sum = 0;
        double weights = 0;
        for (var near : nearest) {
            double weight =
                    step.weights() == KnnImputer.Weights.UNIFORM
                            ? 1
                            // A row that is the same decides alone.
                            : isHit ? (near.distance() == 0 ? 1 : 0) : 1 / near.distance();
            sum += weight * values[near.row()];
            weights += weight;
        }
        return sum / weights;
    }
}
