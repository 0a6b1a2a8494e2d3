package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.training.numeric.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Several models that vote for a class, each with its own number of votes.
 *
 * <pre>{@code
 * if (new AdaBoost(new DecisionTree(1, 42), 50, 1.0).fit(train, "churned") instanceof BoostedModel boosted) {
 *     display(boosted.votes());
 * }
 * }</pre>
 *
 * <p>Probabilities are those of Zhu and others (2009), as in scikit-learn: the softmax of the votes' mean over K - 1.
 */
public final class BoostedModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final List<Model> members;
    private final double[] votes;
    private final Provenance provenance;
    private final String interrupted;

    /**
     * Holds what was boosted.
     *
     * @param interrupted what an interrupt has left, in words; else nothing
     */
    BoostedModel(
            Schema schema,
            Trainer trainer,
            List<Model> members,
            double[] votes,
            Provenance provenance,
            String interrupted) {
        this.schema = schema;
        this.trainer = trainer;
        this.members = List.copyOf(members);
        this.votes = votes;
        this.provenance = provenance;
        this.interrupted = interrupted;
    }

    /** Members and votes in a file. */
    record SavedBoosted(
            Schema schema,
            Trainer trainer,
            List<Model> members,
            double[] votes,
            Provenance provenance,
            String interrupted)
            implements Saved<BoostedModel> {
        @Override
        public BoostedModel restore() {
            return new BoostedModel(schema, trainer, members, votes, provenance, interrupted);
        }
    }

    @Override
    public BoostedModel withoutRows() {
        return new BoostedModel(schema, trainer, members, votes, Provenance.UNKNOWN, interrupted);
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
    public Saved<BoostedModel> saved() {
        return new SavedBoosted(schema, trainer, members, votes, provenance, interrupted);
    }

    /** Returns the models that vote, in the order in which they were trained; which rows they saw is among the {@link #provenance} of this. */
    public List<Model> members() {
        return members;
    }

    /** Returns how many votes each has. */
    public double[] votes() {
        return votes.clone();
    }

    @Override
    public String outcome() {
        if (!interrupted.isEmpty()) {
            return interrupted;
        }
        int rounds =
                trainer instanceof RusBoost rus
                        ? rus.rounds()
                        : trainer instanceof AdaBoost ada ? ada.rounds() : members.size();
        return members.size() < rounds
                ? "kept %d of %d rounds: it ends where one makes no mistake, or none does better than chance"
                        .formatted(members.size(), rounds)
                : "";
    }

    @Override
    public Predictions predict(Table table) {
        var all = Arrays.stream(votes).sum();
        int others = classes().size() - 1;
        var scores = new double[table.rowCount()][others + 1];
        Members.ask(
                members,
                classes(),
                table,
                (member, said) -> {
                    for (var i = 0; i < scores.length; i++) {
                        var chosen = Members.largest(said[i]);
                        for (var k = 0; k <= others; k++) {
                            var vote = k == chosen ? 1 : -1.0 / others;
                            scores[i][k] += vote * votes[member] / all;
                        }
                    }
                });
        for (var i = 0; i < scores.length; i++) {
            for (var k = 0; k <= others; k++) {
                scores[i][k] /= others;
            }
            scores[i] = Softmax.of(scores[i]);
        }
        return Predictions.of(classes(), scores);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        double all = Arrays.stream(votes).sum();
        int others = classes().size() - 1;
        var scores = new ArrayList<OnnxValue>();
        for (int member = 0; member < votes.length; member++) {
            var said = new double[others + 1][others + 1];
            for (int chosen = 0; chosen <= others; chosen++) {
                for (int k = 0; k <= others; k++) {
                    double vote = k == chosen ? 1 : -1.0 / others;
                    said[chosen][k] = vote * votes[member] / all / others;
                }
            }
            var probabilities = Members.votes(members.get(member), classes(), graph);
            scores.add(
                    ModelOnnx.largest(probabilities)
                            .rowsOf(graph.table(said), "the votes of a member"));
        }
        return ModelOnnx.softmax(scores.stream().reduce(OnnxValue::plus).orElseThrow());
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
