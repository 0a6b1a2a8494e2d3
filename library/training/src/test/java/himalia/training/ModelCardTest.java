package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.MimeBundle;
import himalia.evaluation.Report;
import himalia.evaluation.card.ModelCard;
import himalia.evaluation.slices.Slices;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ModelCardTest {
    private static final int ROWS = 240;

    private final Table train = rows("train", 0);
    private final Table test = rows("test", ROWS);
    private final Model model =
            new LogisticRegression(1.0).fit(train.rejectColumns("a|b").setName("train"), "y");

    @TempDir private Path folder;

    private static Table rows(String name, int from) {
        return Table.create(
                name,
                DoubleColumn.create(
                        "x",
                        IntStream.range(from, from + ROWS)
                                .mapToDouble(i -> (i - from) + i / 1e4)
                                .toArray()),
                StringColumn.create(
                        "a|b",
                        IntStream.range(0, ROWS)
                                .mapToObj(i -> i % 4 == 0 ? "<b>" : "*other*")
                                .toArray(String[]::new)),
                IntColumn.create(
                        "y",
                        IntStream.range(0, ROWS)
                                .map(i -> (i < ROWS / 2 ? 0 : 1) ^ (i % 8 == 0 ? 1 : 0))
                                .toArray()));
    }

    @Test
    void itHasEverySectionAndSaysWhereNothingWasWritten() {
        var text = ModelCard.of(model, test).markdown();

        assertThat(text.lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## Model details",
                        "## Intended use",
                        "## Factors",
                        "## Metrics",
                        "## Evaluation data",
                        "## Training data",
                        "## Quantitative analyses",
                        "## Ethical considerations",
                        "## Caveats and recommendations");
        assertThat(text)
                .startsWith("# Model card: LogisticRegression\n")
                .contains("## Intended use\n\nNothing was written here.\n")
                .contains("| predicts | 'y', one of 0, 1 |")
                .contains("240 rows of 'train' with 2 columns.")
                .contains("240 rows of 'test': ");
    }

    @Test
    void itsNumbersAreThoseOfTheReport() {
        var report = Report.of(model, test);

        assertThat(ModelCard.of(model, test).markdown())
                .containsPattern(
                        "\\| accuracy \\| %.4f \\| 0\\.\\d{4} \\| [01]\\.\\d{4} \\|"
                                .formatted(report.accuracy()))
                .contains(
                        "| 1 | %.0f | %.0f |"
                                .formatted(
                                        report.confusion().count("1", "0"),
                                        report.confusion().count("1", "1")));
    }

    @Test
    void whatItsMakerWroteAndSlicesStandInTheirSections() {
        var card =
                ModelCard.of(model, test)
                        .named("churn #2")
                        .with(
                                ModelCard.Section.INTENDED_USE,
                                "To *rank*, not to decide.\nNever alone.")
                        .with(Slices.of(model, test, "accuracy", "a|b"));

        assertThat(card.markdown())
                .startsWith("# Model card: churn \\#2\n")
                .contains("| balanced_accuracy | ")
                .contains("To \\*rank\\*, not to decide.  \nNever alone.")
                .contains("| a\\|b = \\<b\\> | 60 | ");
        assertThat((String) card.bundle().data().get(MimeBundle.HTML))
                .contains("a|b = &lt;b&gt;")
                .doesNotContain("= <b>");
        assertThat(card).hasToString("Model card of churn #2, with Intended use");
    }

    @Test
    void rowsThatTheModelHasLearntFromAreTold() {
        assertThat(ModelCard.of(model, train).markdown())
                .contains("The model has learnt from 240 of these 240 rows");
    }

    /** The lines are those that CommonMark reads as items of lists, rules and headings. */
    @Test
    void whatItsMakerWroteStaysAParagraph() {
        var written = "Age\n---\n===\n- one\n+ two\n12. three\n    -5 is none\n2.5 neither";

        assertThat(
                        ModelCard.of(model, test)
                                .with(ModelCard.Section.INTENDED_USE, written)
                                .markdown())
                .contains(
                        "Age  \n\\---  \n\\===  \n\\- one  \n\\+ two  \n12\\. three  \n-5 is none  \n2.5 neither\n");
    }

    /** A model that has learnt from more columns than it reads, as behind a step that leaves some out. */
    private record LearntFrom(Model model, Provenance provenance) implements Model {
        @Override
        public Schema schema() {
            return model.schema();
        }

        @Override
        public Trainer trainer() {
            return model.trainer();
        }

        @Override
        public Predictions predict(Table table) {
            return model.predict(table);
        }
    }

    /** The rows are those it has learnt from, but without a column of them nobody can say so. */
    @Test
    void whereRowsCannotBeComparedNothingIsSaidOfThem() {
        var narrow = new LearntFrom(model, Provenance.of(train));

        assertThat(ModelCard.of(model, test).markdown())
                .contains("there are no more among them than chance explains");
        assertThat(ModelCard.of(narrow, train.rejectColumns("a|b")).markdown())
                .contains("cannot be told: they lack a\\|b of its training data.")
                .doesNotContain("than chance explains");
    }

    @Test
    void itIsWrittenWhole() throws IOException {
        var card = ModelCard.of(model, test);

        assertThatThrownBy(() -> card.write(Path.of("churn.pdf")))
                .hasMessage(
                        "a model card is written as Markdown or HTML, got 'churn.pdf'; end its name with .md or .html");
        card.write(folder.resolve("cards/churn.md"));
        card.write(folder.resolve("churn.html"));

        assertThat(Files.readString(folder.resolve("cards/churn.md"))).isEqualTo(card.markdown());
        assertThat(Files.readString(folder.resolve("churn.html")))
                .startsWith("<!DOCTYPE html>")
                .endsWith(card.html());
    }
}
