package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Several models whose probabilities are averaged.
 *
 * <pre>{@code
 * if (new BalancedBagging(new DecisionTree(0, 42), 10, 42).fit(train, "churned") instanceof EnsembleModel ensemble) {
 *     display(ensemble.helps(test, "country"));     // which member helps which slice
 * }
 * }</pre>
 */
public final class EnsembleModel implements Model {
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

    /** Returns the models that are asked. */
    public List<Model> members() {
        return members;
    }

    @Override
    public Predictions predict(Table table) {
        var said = Members.probabilities(members, classes(), table);
        return Predictions.of(classes(), mean(said, -1));
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        return members.stream()
                .map(member -> Members.onnx(member, classes(), graph))
                .reduce(OnnxValue::plus)
                .orElseThrow()
                .over(members.size());
    }

    /** The mean of all members but one, or of all. */
    private double[][] mean(List<double[][]> said, int without) {
        var mean = new double[said.get(0).length][classes().size()];
        var count = said.size() - (without < 0 ? 0 : 1);
        for (var member = 0; member < said.size(); member++) {
            if (member != without) {
                for (var i = 0; i < mean.length; i++) {
                    for (var k = 0; k < mean[i].length; k++) {
                        mean[i][k] += said.get(member)[i][k] / count;
                    }
                }
            }
        }
        return mean;
    }

    /**
     * Returns which member helps where: by slice the rows, the accuracy of all members together, and for each member by how much that is
     * more than without it. What is below 0 hurts.
     *
     * @param test rows with their label, that none has learnt from
     * @param slice a column of {@code test}; its values are the slices
     * @throws IllegalArgumentException if there is no such column, or there is one member only
     */
    public Table helps(Table test, String slice) {
        given(slice, "slice");
        if (members.size() < 2) {
            throw new IllegalArgumentException(
                    "there is one member only, and none to compare it with");
        }
        var column = Tables.column(test, slice);
        var counted = Tables.valueCounts(column);
        var said = Members.probabilities(members, classes(), test);
        var correct = new ArrayList<boolean[]>();
        for (var without = -1; without < members.size(); without++) {
            correct.add(correct(mean(said, without), test));
        }
        var slices = counted.column(0);
        var helps = Table.create("helps", StringColumn.create(slice));
        helps.addColumns(IntColumn.create("rows"), DoubleColumn.create("accuracy"));
        for (var member = 0; member < members.size(); member++) {
            helps.addColumns(DoubleColumn.create("member " + member));
        }
        for (var value = 0; value < slices.size(); value++) {
            var here = selected(column, slices.getString(value));
            var whole = share(correct.get(0), here);
            helps.stringColumn(0).append(slices.getString(value));
            helps.intColumn(1).append(here.size());
            helps.doubleColumn(2).append(whole);
            for (var member = 0; member < members.size(); member++) {
                var gain = whole - share(correct.get(member + 1), here);
                helps.doubleColumn("member " + member).append(gain);
            }
        }
        return helps;
    }

    private boolean[] correct(double[][] probabilities, Table test) {
        var labels = Tables.column(test, schema.label());
        var correct = new boolean[probabilities.length];
        for (var i = 0; i < correct.length; i++) {
            var chosen = classes().get(Members.largest(probabilities[i]));
            correct[i] = chosen.equals(Tables.level(labels, i));
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

    private static double share(boolean[] correct, List<Integer> rows) {
        return rows.stream().filter(row -> correct[row]).count() / (double) rows.size();
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
