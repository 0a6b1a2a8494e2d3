package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Several models whose probabilities, votes or numbers are averaged.
 *
 * <pre>{@code
 * if (new BalancedBagging(new DecisionTree(0, 42), 10, 42).fit(train, "churned") instanceof EnsembleModel ensemble) {
 *     display(ensemble.helps(test, "country"));     // which member helps which slice
 * }
 * }</pre>
 */
public final class EnsembleModel implements Model {
    /** Sums of shares differ by rounding. */
    private static final double TIE = 1e-9;

    private final Schema schema;
    private final Trainer trainer;
    private final List<Model> members;
    private final Provenance provenance;

    EnsembleModel(Schema schema, Trainer trainer, List<Model> members, Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.members = List.copyOf(members);
        this.provenance = provenance;
    }

    /** Members in a file. */
    record SavedEnsemble(Schema schema, Trainer trainer, List<Model> members, Provenance provenance)
            implements Saved<EnsembleModel> {
        @Override
        public EnsembleModel restore() {
            return new EnsembleModel(schema, trainer, members, provenance);
        }
    }

    @Override
    public EnsembleModel withoutRows() {
        return new EnsembleModel(schema, trainer, members, Provenance.UNKNOWN);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public Saved<EnsembleModel> saved() {
        return new SavedEnsemble(schema, trainer, members, provenance);
    }

    @Override
    public String outcome() {
        int wanted =
                trainer instanceof Bagging bagging
                        ? bagging.members()
                        : trainer instanceof BalancedBagging balanced
                                ? balanced.members()
                                : trainer instanceof EasyEnsemble easy ? easy.members() : 0;
        return members.size() < wanted
                ? KeptTraining.ofThose(members.size(), wanted, "member")
                : "";
    }

    /** Returns the models that are asked; which rows they saw is among the {@link #provenance} of this. */
    public List<Model> members() {
        return members;
    }

    @Override
    public Predictions predict(Table table) {
        var means = shares(sums(table), members.size());
        if (schema.target() instanceof Target.Classes classes) {
            return Predictions.of(classes.classes(), means);
        }
        var numbers = Arrays.stream(means).mapToDouble(mean -> mean[0]).toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            addLarge(numbers, table);
        }
        return Predictions.of(numbers);
    }

    /** Asks once more of the rows of which members' numbers add up to more than a double holds. */
    private void addLarge(double[] numbers, Table table) {
        var rows =
                IntStream.range(0, numbers.length)
                        .filter(row -> !Double.isFinite(numbers[row]))
                        .toArray();
        var said = new double[rows.length][members.size()];
        Members.ask(
                members,
                Members.outputs(schema),
                Tables.rows(table, rows),
                (member, each) ->
                        IntStream.range(0, rows.length).forEach(i -> said[i][member] = each[i][0]));
        IntStream.range(0, rows.length).forEach(i -> numbers[rows[i]] = LargeMean.of(said[i]));
    }

    private boolean areVotes() {
        return trainer instanceof Voting voting && voting.by() == Voting.By.MAJORITY;
    }

    /** Makes votes of probabilities: 1 for the most probable class of each row. */
    private double[][] votes(double[][] said) {
        var chosen = ClassPredictions.of(classes(), said);
        var votes = new double[said.length][classes().size()];
        for (var i = 0; i < votes.length; i++) {
            votes[i][chosen.code(i)] = 1;
        }
        return votes;
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        if (areVotes()) {
            throw new UnsupportedOperationException(
                    "Voting by MAJORITY has no form in ONNX; take Voting.By.MEAN, or serve its file");
        }
        return members.stream()
                .map(member -> Members.onnx(member, Members.outputs(schema), graph))
                .reduce(OnnxValue::plus)
                .orElseThrow()
                .over(members.size());
    }

    /** Sums, which stay exact where members vote by 0 and 1: what is divided first makes wins of ties. */
    private double[][] sums(Table table) {
        var outputs = Members.outputs(schema);
        var sums = new double[table.rowCount()][outputs.size()];
        Members.ask(
                members,
                outputs,
                table,
                (member, each) -> {
                    var said = areVotes() ? votes(each) : each;
                    for (var i = 0; i < sums.length; i++) {
                        for (var k = 0; k < sums[i].length; k++) {
                            sums[i][k] += said[i][k];
                        }
                    }
                });
        return sums;
    }

    private static double[][] shares(double[][] sums, int count) {
        return Arrays.stream(sums)
                .map(row -> Arrays.stream(row).map(sum -> sum / count).toArray())
                .toArray(double[][]::new);
    }

    /** The means of all members but one, from the sums of all. */
    private double[][] without(double[][] sums, double[][] said) {
        var without = new double[sums.length][classes().size()];
        for (var i = 0; i < without.length; i++) {
            for (var k = 0; k < without[i].length; k++) {
                without[i][k] = sums[i][k] - said[i][k];
            }
        }
        return shares(without, members.size() - 1);
    }

    /**
     * Returns which member helps where: by slice the rows, the accuracy of all members together, and for each member by how much that is
     * more than without it. What is below 0 hurts. A row of which two classes are equally likely is half right, whichever of them
     * it is.
     *
     * @param test rows with their label, that none has learnt from
     * @param slice a column of {@code test}; its values are the slices
     * @throws IllegalArgumentException if there is no such column, or there is one member only
     */
    public Table helps(Table test, String slice) {
        given(slice, "slice");
        if (!(schema.target() instanceof Target.Classes)) {
            throw new IllegalArgumentException(
                    "numbers of '%s' are predicted, and helps(…) is of accuracies; ask RegressionReport.of(member, test) of members()"
                            .formatted(schema.label()));
        }
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "there is one member only, and none to compare it with");
        }
        var column = Tables.column(test, slice);
        var counted = Tables.valueCounts(column);
        var sums = sums(test);
        var correct = new ArrayList<double[]>();
        correct.add(correct(shares(sums, members.size()), test));
        Members.ask(
                members,
                classes(),
                test,
                (member, said) ->
                        correct.add(correct(without(sums, areVotes() ? votes(said) : said), test)));
        var slices = counted.column(0);
        var helps = Table.create("helps", StringColumn.create(slice));
        var names = new ColumnNames(helps.columnNames());
        helps.addColumns(
                IntColumn.create(names.add("rows")), DoubleColumn.create(names.add("accuracy")));
        for (var member = 0; member < members.size(); member++) {
            helps.addColumns(DoubleColumn.create(names.add("member " + member)));
        }
        for (var value = 0; value < slices.size(); value++) {
            var here = selected(column, slices.getString(value));
            var whole = share(correct.get(0), here);
            helps.stringColumn(0).append(slices.getString(value));
            helps.intColumn(1).append(here.size());
            helps.doubleColumn(2).append(whole);
            for (var member = 0; member < members.size(); member++) {
                var gain = whole - share(correct.get(member + 1), here);
                helps.doubleColumn(3 + member).append(gain);
            }
        }
        return helps;
    }

    /**
     * How much of each row is right: where classes are equally likely, as much as a draw among them would be. Were a tie the first
     * class's, each member of an odd number would seem to help, for without it the others tie.
     */
    private double[] correct(double[][] probabilities, Table test) {
        var labels = Tables.column(test, schema.label());
        var correct = new double[probabilities.length];
        for (var i = 0; i < correct.length; i++) {
            int actual = classes().indexOf(Tables.level(labels, i));
            double most = Arrays.stream(probabilities[i]).max().orElse(0);
            if (actual >= 0 && probabilities[i][actual] >= most - TIE) {
                correct[i] =
                        1.0 / Arrays.stream(probabilities[i]).filter(p -> p >= most - TIE).count();
            }
        }
        return correct;
    }

    private static List<Integer> selected(Column<?> column, String value) {
        var rows = new ArrayList<Integer>();
        for (var i = 0; i < column.size(); i++) {
            if (column.getString(i).equals(value)) {
                rows.add(i);
            }
        }
        return rows;
    }

    private static double share(double[] correct, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> correct[row]).sum() / rows.size();
    }

    @Override
    public void close() {
        members.forEach(Model::close);
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
