package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.folds.Splitter;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trainer that cuts the rows which it learns from once more, by columns that are no features: a cross-validation leaves them to it.
 *
 * <pre>{@code
 * var selector = new ModelSelector(List.of(new LogisticRegression(1.0), new LogisticRegression(0.01)), new GroupKFold(3, "customer"), "roc_auc");
 * selector.columns()                                                                     // customer
 * CrossValidation.of(selector, train, "churned", new GroupKFold(5, "customer")).scores("roc_auc")
 * }</pre>
 */
public interface NestedTrainer extends Trainer {
    /** Returns the columns that say where a row belongs, its own and those of the trainers that it trains. */
    List<String> columns();

    /** Returns false: a row that is refused has the number that it has in one of the parts. */
    @Override
    default boolean keepsRows() {
        return false;
    }

    /** Returns the columns by which a trainer cuts rows, or within which it ranks them; none where it does neither. */
    static List<String> columnsOf(Trainer trainer) {
        return given(trainer, "trainer") instanceof NestedTrainer nested
                ? nested.columns()
                : trainer.ranksWithin().stream().toList();
    }

    /** Returns the columns of a splitter and of trainers, each once. */
    static List<String> columnsOf(Splitter splitter, List<Trainer> trainers) {
        given(trainers, "trainers");
        return Stream.concat(
                        given(splitter, "splitter").columns().stream(),
                        trainers.stream().flatMap(each -> columnsOf(each).stream()))
                .distinct()
                .toList();
    }

    /** Returns what trainers predict, by the first one that knows it; all of them predict the same, or nothing is trained of them. */
    static Optional<Target.Kind> predictedBy(List<Trainer> trainers) {
        return given(trainers, "trainers").stream()
                .flatMap(each -> each.predicts().stream())
                .findFirst();
    }

    /**
     * Returns the column within whose queries trainers rank rows; nothing where none of them ranks.
     *
     * @throws IllegalArgumentException if some rank and others do not, or they rank within other columns: nobody could judge what they say together
     */
    static Optional<String> rankedWithin(List<Trainer> trainers) {
        var ranker =
                given(trainers, "trainers").stream()
                        .filter(each -> each.ranksWithin().isPresent())
                        .findFirst();
        if (ranker.isEmpty()) {
            return Optional.empty();
        }
        var query = ranker.get().ranksWithin();
        for (var other : trainers) {
            if (!other.ranksWithin().equals(query)) {
                throw new IllegalArgumentException(
                        "%s ranks the rows of a query in '%s', and %s %s; take rankers of the same query, or none"
                                .formatted(
                                        ranker.get().name(),
                                        query.get(),
                                        other.name(),
                                        other.ranksWithin()
                                                .map("those of one in '%s'"::formatted)
                                                .orElse("ranks none")));
            }
        }
        return query;
    }
}
