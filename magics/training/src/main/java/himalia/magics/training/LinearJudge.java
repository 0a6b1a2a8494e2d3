package himalia.magics.training;

import himalia.features.ColumnTransformer;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.features.SimpleImputer;
import himalia.magics.sampling.SamplingJudge;
import himalia.model.Feature;
import himalia.model.Trainer;
import himalia.training.LogisticRegression;
import tech.tablesaw.api.Table;

/** A linear model of a table's numbers, truths and categories: quick, and its probabilities are honest as a rule. */
public final class LinearJudge implements SamplingJudge {
    @Override
    public Trainer plain() {
        return trainer(new LogisticRegression(1.0));
    }

    @Override
    public Trainer weighted() {
        return trainer(new LogisticRegression(1.0).withBalance());
    }

    private static Trainer trainer(Trainer last) {
        var frequent = new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT);
        var ready =
                ColumnTransformer.of(ColumnTransformer.Kind.NUMBERS, new SimpleImputer())
                        .and(ColumnTransformer.Kind.BOOLEANS, frequent)
                        .and(
                                ColumnTransformer.Kind.CATEGORIES,
                                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE));
        var pipeline = Pipeline.of(ready).train(last);
        return (table, label) -> pipeline.fit(readable(table, label), label);
    }

    /** Texts and times say nothing to a line before somebody says how. */
    private static Table readable(Table table, String label) {
        var readable = Table.create(table.name());
        for (var column : table.columns()) {
            boolean isRead =
                    switch (Feature.of(column).type()) {
                        case TEXT, DATE, TIME, DATE_TIME, INSTANT, TENSOR -> false;
                        default -> true;
                    };
            if (isRead || column.name().equals(label)) {
                readable.addColumns(column);
            }
        }
        return readable;
    }
}
