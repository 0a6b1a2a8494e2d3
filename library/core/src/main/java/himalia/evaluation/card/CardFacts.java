package himalia.evaluation.card;

import himalia.display.bundle.Listed;
import himalia.evaluation.Evaluation;
import himalia.model.Model;
import himalia.model.Target;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tech.tablesaw.api.Table;

/**
 * What a model and its test table tell by themselves.
 *
 * @param rows by how many it was judged
 * @param model what it is
 * @param metrics by what it was judged
 * @param evaluationData by which rows
 * @param trainingData from which rows it learnt
 * @param numbers how good it is
 */
record CardFacts(
        int rows,
        List<CardBlock> model,
        List<CardBlock> metrics,
        List<CardBlock> evaluationData,
        List<CardBlock> trainingData,
        List<CardBlock> numbers) {
    private static final int SHOWN = 40;

    static CardFacts of(Model model, Table test, Evaluation evaluation) {
        return new CardFacts(
                evaluation.rows(),
                ofModel(model),
                List.of(
                        new CardBlock.Words(
                                "%s, with intervals of 95 %% by the bootstrap, %d draws."
                                        .formatted(
                                                String.join(", ", evaluation.metrics().keySet()),
                                                CardNumbers.DRAWS))),
                ofTest(model, test, evaluation),
                ofTraining(model),
                CardNumbers.of(evaluation));
    }

    private static List<CardBlock> ofModel(Model model) {
        var facts = new ArrayList<List<String>>();
        var trainer = model.trainer();
        facts.add(List.of("algorithm", trainer.name()));
        trainer.settings().forEach((name, value) -> facts.add(List.of(name, value)));
        if (!model.outcome().isEmpty()) {
            facts.add(List.of("outcome", model.outcome()));
        }
        facts.add(List.of("predicts", predicted(model.schema().target())));
        var ofType = new TreeMap<String, List<String>>();
        for (var feature : model.schema().features()) {
            var type = feature.type().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            ofType.computeIfAbsent(type, each -> new ArrayList<>()).add(feature.name());
        }
        ofType.forEach(
                (type, names) -> facts.add(List.of("reads, " + type, Listed.of(names, SHOWN))));
        return List.of(new CardBlock.Facts(List.of("of the model", ""), facts));
    }

    private static String predicted(Target target) {
        return target instanceof Target.Classes classes
                ? "'%s', one of %s".formatted(classes.label(), String.join(", ", classes.classes()))
                : "numbers of '%s'".formatted(target.column().orElse(""));
    }

    private static List<CardBlock> ofTest(Model model, Table test, Evaluation evaluation) {
        var target = model.schema().target();
        var label = target.column().orElse("");
        var name = test.name() == null || test.name().isEmpty() ? "" : " of '" + test.name() + "'";
        var counts =
                target instanceof Target.Classes ? ": " + Tables.counts(test, label) + "." : ".";
        var words = String.format(Locale.ROOT, "%,d rows%s", test.rowCount(), name) + counts;
        var learnt = learnt(model, test, evaluation);
        return List.of(new CardBlock.Words(learnt.isEmpty() ? words : words + " " + learnt));
    }

    private static String learnt(Model model, Table test, Evaluation evaluation) {
        var rows = model.provenance().rows();
        if (!evaluation.warning().isEmpty() || !rows.areKnown()) {
            return evaluation.warning();
        }
        // Rows are compared by all columns that it has learnt from.
        var lacking = new ArrayList<>(rows.columns());
        lacking.removeAll(test.columnNames());
        return lacking.isEmpty()
                ? "Of the rows that the model has learnt from there are no more among them than chance explains."
                : "Whether the model has learnt from some of them cannot be told: they lack %s of its training data."
                        .formatted(Listed.of(lacking, SHOWN));
    }

    private static List<CardBlock> ofTraining(Model model) {
        var provenance = model.provenance();
        if (!provenance.rows().areKnown()) {
            return List.of();
        }
        return List.of(
                new CardBlock.Words(
                        String.format(
                                Locale.ROOT,
                                "%,d rows%s with %d columns.",
                                provenance.rows().rows(),
                                provenance.table().isEmpty()
                                        ? ""
                                        : " of '" + provenance.table() + "'",
                                provenance.rows().columns().size())));
    }
}
