package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Trainer;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where numbers are written with other digits, queries and files of models answer as Java does. */
class OtherDigitsModelTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void persian() {
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        assertThat("%d".formatted(1)).isEqualTo("۱");
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    static Stream<Trainer> trainers() {
        return Stream.of(
                new LogisticRegression(1.0),
                new GaussianNB(),
                new DecisionTree(4, 42),
                new RandomForest(5, 42),
                new GradientBoosting(5, 42));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void queriesAndFilesAnswer(Trainer trainer) throws Exception {
        try (var model = trainer.fit(heldOut("iris", false), "y")) {
            var rows = heldOut("iris", true);
            WrittenModels.assertSameBySql(model, rows);
            WrittenModels.assertSameByOnnx(model, rows);
        }
    }
}
