package himalia.install.shown;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.evaluation.Report;
import himalia.experiments.RunLog;
import himalia.serving.ModelServer;
import himalia.training.LogisticRegression;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The renderers' contract, for models and all that comes of them. */
class ModelRenderersTest {
    private static final String NASTY = "<script>alert(1)</script> $x$ \"q\" & שלום\n\u0007\u202e";

    @TempDir Path folder;

    @Test
    void nothingBreaksOutOfWhatIsShown() {
        var model = new LogisticRegression(1.0).fit(nasty(2), "label");
        var log = RunLog.at(folder.resolve("runs.db"), Clock.systemUTC());
        var run = log.run(NASTY).model(model).param(NASTY, NASTY).tag(NASTY, NASTY).record();
        try (var endpoint = ModelServer.start(model, 0)) {
            for (var value : List.of(model, Report.of(model, nasty(2)), run, endpoint)) {
                checked(Display.renderers().render(value));
            }
        }
    }

    @Test
    void manyClassesStaySmall() {
        var model = new LogisticRegression(1.0).fit(nasty(300), "label");

        checked(Display.renderers().render(Report.of(model, nasty(300))));
        checked(Display.renderers().render(model));
    }

    private static void checked(MimeBundle bundle) {
        assertThat(bundle.text()).isNotBlank().doesNotContain(" failed: ", "\u202e", "\u0007");
        bundle.data()
                .forEach(
                        (mime, content) ->
                                assertThat(
                                                content.toString()
                                                        .getBytes(StandardCharsets.UTF_8)
                                                        .length)
                                        .as(mime)
                                        .isLessThan(200_000));
        assertThat(String.valueOf(bundle.data().get(MimeBundle.HTML))).doesNotContain("<script");
    }

    private static Table nasty(int classes) {
        var feature = DoubleColumn.create(NASTY);
        var label = StringColumn.create("label");
        for (int i = 0; i < 3 * classes; i++) {
            feature.append(i % classes);
            label.append(NASTY + i % classes);
        }
        return Table.create(feature, label);
    }
}
