package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Widgets as a person meets them: in JupyterLab, in a browser, on the installed kernel. */
@Tag("kernel")
@Tag("once")
class WidgetsInLabTest {
    private static final String[] CELLS = {
        """
        var knob = Widgets.slider("knob", 0, 100);
        var shown = display("knob at " + knob.value());
        knob.onChange(n -> shown.update("knob at " + n));
        knob""",
        """
        while (knob.value() < 53) Thread.sleep(10);
        "ended at " + knob.value()""",
        """
        Widgets.interact(Widgets.slider("bars", 2, 20), n -> {
            System.out.println("drawing " + n);
            return Charts.bar(n + " bars", IntStream.range(0, n).mapToObj(i -> "b" + i).toList(), IntStream.range(0, n).asDoubleStream().toArray());
        })""",
        """
        "knob is at " + knob.value()""",
        """
        var rate = Widgets.slider("rate", 0.0, 1.0);
        var log = Widgets.checkbox("log", false);
        var name = Widgets.text("name", "");
        var kind = Widgets.choice("kind", "line", "bar");
        var clicks = FloatProgress.of("clicks", 4);
        var out = new Output();
        var go = Button.of("go").onClick(() -> {
            clicks.set(clicks.value() + 1);
            out.show("clicked for " + name.value());
        });
        VBox.of(rate, log, name, kind, go, clicks, out)""",
        """
        rate.value() + " " + log.value() + " " + name.value() + " " + kind.value() + " " + clicks.value()"""
    };

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private LabServer lab;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        var tools = PythonTools.withLabOrSkip();
        browser = Browser.orSkip(folder);
        Files.writeString(folder.resolve("widgets.ipynb"), notebook());
        lab = LabServer.start(tools, folder, InstalledKernel.in(folder));
        browser.go(lab.page("widgets.ipynb"));
        try {
            awaitKernel();
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage()
                            + "\nThe server: "
                            + Files.readString(folder.resolve("server.log")),
                    e);
        }
    }

    @AfterEach
    void close() {
        if (lab != null) {
            lab.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aSliderMovesADisplayWhileACellRunsAndSurvivesAReload()
            throws IOException, InterruptedException {
        run(0);
        browser.await(cell(0) + ".querySelector('.noUi-handle')");
        run(1);
        browser.await(prompt(1) + " === '[*]:'");
        moveRight(0);
        browser.await(output(0) + ".includes('knob at 51')");
        assertThat(browser.value(prompt(1)).getAsString()).isEqualTo("[*]:");
        moveRight(0);
        moveRight(0);
        browser.await(output(1) + ".includes('ended at 53')");
        browser.await(output(0) + ".includes('knob at 53')");

        run(2);
        browser.await(output(2) + ".includes('drawing 11')");
        browser.await(
                cell(2) + ".querySelector('.jp-OutputArea-output img, .jp-OutputArea-output svg')");
        moveRight(2);
        browser.await(output(2) + ".includes('drawing 12')");
        assertThat(browser.value(output(2)).getAsString()).doesNotContain("drawing 11");

        browser.value("window.jupyterapp.commands.execute('docmanager:save')");
        browser.reload();
        awaitKernel();
        browser.await(cell(0) + ".querySelector('.noUi-handle')");
        moveRight(0);
        browser.await(cell(0) + ".innerText.includes('54')");
        run(3);
        browser.await(output(3) + ".includes('knob is at 54')");
        moveRight(2);
        browser.await(output(2) + ".includes('drawing 13')");
    }

    @Test
    void everyControlIsChangedByAPerson() throws IOException, InterruptedException {
        run(4);
        browser.await(cell(4) + ".querySelector('.noUi-handle')");
        moveRight(4);
        browser.await(cell(4) + ".innerText.includes('0.51')");
        browser.value(cell(4) + ".querySelector('input[type=checkbox]').click(); true");
        browser.value(
                "{ let line = "
                        + cell(4)
                        + ".querySelector('.widget-text input'); line.value = 'churn';"
                        + " line.dispatchEvent(new Event('input', {bubbles: true})); } true");
        browser.value(
                "{ let list = "
                        + cell(4)
                        + ".querySelector('select'); list.selectedIndex = 1;"
                        + " list.dispatchEvent(new Event('change', {bubbles: true})); } true");
        browser.value(cell(4) + ".querySelector('.jupyter-button').click(); true");
        browser.await(output(4) + ".includes('clicked for churn')");
        browser.await(cell(4) + ".querySelector('.progress-bar').style.width === '25%'");
        run(5);
        browser.await(output(5) + ".includes('0.51 true churn bar 1.0')");
    }

    private void awaitKernel() throws IOException, InterruptedException {
        browser.await(
                "document.querySelectorAll('.jp-Notebook .jp-Cell').length >= " + CELLS.length);
        browser.await(
                "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'");
    }

    private void run(int index) throws IOException, InterruptedException {
        browser.value(
                "window.jupyterapp.shell.currentWidget.content.activeCellIndex = "
                        + index
                        + "; window.jupyterapp.commands.execute('notebook:run-cell'); true");
    }

    private void moveRight(int index) throws IOException, InterruptedException {
        browser.value(cell(index) + ".querySelector('.noUi-handle').focus(); true");
        browser.pressRight();
    }

    private static String cell(int index) {
        return "document.querySelectorAll('.jp-Notebook .jp-Cell')[" + index + "]";
    }

    private static String output(int index) {
        return "(" + cell(index) + ".querySelector('.jp-OutputArea')?.innerText ?? '')";
    }

    private static String prompt(int index) {
        return cell(index) + ".querySelector('.jp-InputPrompt').innerText";
    }

    private static String notebook() {
        var cells = new JsonArray();
        for (int i = 0; i < CELLS.length; i++) {
            var cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.addProperty("id", "cell-" + i);
            cell.add("metadata", new JsonObject());
            cell.add("outputs", new JsonArray());
            cell.add("execution_count", com.google.gson.JsonNull.INSTANCE);
            cell.addProperty("source", CELLS[i]);
            cells.add(cell);
        }
        var spec = new JsonObject();
        spec.addProperty("name", "himalia");
        spec.addProperty("display_name", "Java");
        spec.addProperty("language", "java");
        var metadata = new JsonObject();
        metadata.add("kernelspec", spec);
        var notebook = new JsonObject();
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        notebook.add("metadata", metadata);
        notebook.add("cells", cells);
        return notebook.toString();
    }
}
