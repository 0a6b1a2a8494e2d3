package himalia.client;

import static himalia.client.RealKernel.of;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Widgets as the page meets them on the wire. */
@Timeout(240)
class WidgetsTest {
    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    /** Shows the value of a cell and returns the id of its model. */
    private static String shown(String code) throws Exception {
        return kernel.run(code).value().get(VIEW) instanceof Map<?, ?> view
                ? String.valueOf(view.get("model_id"))
                : "";
    }

    private static List<Message> update(String id, Map<String, Object> state) throws Exception {
        return kernel.tell(
                "comm_msg",
                Map.of(
                        "comm_id",
                        id,
                        "data",
                        Map.of("method", "update", "state", state, "buffer_paths", List.of())));
    }

    private static List<Object> said(List<Message> messages, String method) {
        return of("comm_msg", messages).stream()
                .map(message -> message.fields().fields("data"))
                .filter(data -> data.text("method").equals(method))
                .map(data -> (Object) data.object("state"))
                .toList();
    }

    private static List<Message> happens(String id, String event) throws Exception {
        return kernel.tell(
                "comm_msg",
                Map.of(
                        "comm_id",
                        id,
                        "data",
                        Map.of("method", "custom", "content", Map.of("event", event))));
    }

    private static String printed(List<Message> messages) {
        return of("stream", messages).stream()
                .map(message -> message.fields().text("text"))
                .collect(Collectors.joining());
    }

    @Test
    void aSliderIsOpenedShownAndMovedFromBothEnds() throws Exception {
        var result = kernel.run("var bins = IntSlider.of(\"bins\", 5, 50, 20);\nbins");

        var open = result.published("comm_open").get(0);
        assertThat(open.fields().text("target_name")).isEqualTo("jupyter.widget");
        assertThat(open.metadata()).containsEntry("version", "2.1.0");
        assertThat(open.fields().fields("data").object("state"))
                .containsEntry("_model_module", "@jupyter-widgets/controls")
                .containsEntry("_model_module_version", "2.0.0")
                .containsEntry("_model_name", "IntSliderModel")
                .containsEntry("_view_module", "@jupyter-widgets/controls")
                .containsEntry("_view_module_version", "2.0.0")
                .containsEntry("_view_name", "IntSliderView")
                .containsEntry("description", "bins")
                .containsEntry("min", 5L)
                .containsEntry("max", 50L)
                .containsEntry("value", 20L);
        var id = open.fields().text("comm_id");
        assertThat(result.value())
                .containsEntry(
                        VIEW, Map.of("version_major", 2L, "version_minor", 0L, "model_id", id))
                .containsEntry("text/plain", "bins: 20 (5 … 50)")
                .containsEntry("text/html", "<div>bins: 20 (5 … 50)</div>");

        kernel.run("bins.onChange(n -> System.out.println(\"now \" + n));");
        var moved = update(id, Map.of("value", 33L));
        assertThat(said(moved, "echo_update")).containsExactly(Map.of("value", 33L));
        assertThat(of("stream", moved).get(0).fields().text("text")).isEqualTo("now 33\n");
        assertThat(kernel.run("bins.value()").text()).isEqualTo("33");
        assertThat(of("stream", update(id, Map.of("value", 33L)))).isEmpty();

        var set = kernel.run("bins.set(7);");
        assertThat(said(set.published(), "update")).containsExactly(Map.of("value", 7L));
        assertThat(set.stdout()).isEqualTo("now 7\n");
        assertThat(kernel.client().execute("bins.set(99);").failure().orElseThrow().evalue())
                .isEqualTo("the slider goes from 5 to 50, got 99");

        var asked =
                kernel.tell(
                        "comm_msg",
                        Map.of("comm_id", id, "data", Map.of("method", "request_state")));
        assertThat(said(asked, "update").get(0).toString()).contains("value=7").contains("max=50");
    }

    @Test
    void aSliderMovesADisplayWhileACellRuns() throws Exception {
        var id =
                shown(
                        "var knob = IntSlider.of(\"knob\", 0, 100, 0);\nvar view = display(\"at 0\");\n"
                                + "knob.onChange(n -> view.update(\"at \" + n));\nknob");
        try (var cell =
                kernel.client()
                        .send(
                                Channel.SHELL,
                                "execute_request",
                                Map.of(
                                        "code",
                                        "while (knob.value() < 40) Thread.sleep(5);\nknob.value()"))) {
            var first = of("update_display_data", update(id, Map.of("value", 20L)));
            assertThat(first.get(0).fields().object("data")).containsEntry("text/plain", "at 20");
            update(id, Map.of("value", 40L));
            var answer = cell.await(Duration.ofSeconds(30));
            assertThat(answer.published("execute_result").get(0).fields().object("data"))
                    .containsEntry("text/plain", "40");
        }
    }

    @Test
    void aPageThatIsLoadedAgainGetsEveryState() throws Exception {
        var id = shown("var kept = Text.of(\"kept\", \"a\");\nkept.set(\"b\");\nkept");
        var picture = shown("Picture.of(new byte[] {-1, -40, -1, 2, -3})");

        assertThat(
                        of(
                                "comm_close",
                                kernel.tell(
                                        "comm_open",
                                        Map.of(
                                                "comm_id",
                                                "control",
                                                "target_name",
                                                "jupyter.widget.control",
                                                "data",
                                                Map.of()))))
                .isEmpty();
        var answer =
                of(
                                "comm_msg",
                                kernel.tell(
                                        "comm_msg",
                                        Map.of(
                                                "comm_id",
                                                "control",
                                                "data",
                                                Map.of("method", "request_states"))))
                        .get(0);

        var data = answer.fields().fields("data");
        assertThat(data.text("method")).isEqualTo("update_states");
        var model = data.fields("states").fields(id);
        assertThat(model.text("model_name")).isEqualTo("TextModel");
        assertThat(model.text("model_module")).isEqualTo("@jupyter-widgets/controls");
        assertThat(model.text("model_module_version")).isEqualTo("2.0.0");
        assertThat(model.object("state")).containsEntry("value", "b");
        int at = data.list("buffer_paths").indexOf(List.of(picture, "state", "value"));
        assertThat(answer.buffers().get(at)).containsExactly(-1, -40, -1, 2, -3);
        assertThat(data.fields("states").fields(picture).object("state"))
                .doesNotContainKey("value");
        assertThat(kernel.client().commInfo("jupyter.widget").object("comms"))
                .containsKeys(id, picture)
                .doesNotContainKey("control");
    }

    @Test
    void bytesTravelBesideTheState() throws Exception {
        var opened = kernel.run("var picture = Picture.of(new byte[] {-1, -40, -1, 8});\npicture");
        var open = opened.published("comm_open").get(0);
        assertThat(open.fields().fields("data").list("buffer_paths"))
                .containsExactly(List.of("value"));
        assertThat(open.buffers().get(0)).containsExactly(-1, -40, -1, 8);
        assertThat(opened.value().get("text/html").toString())
                .isEqualTo("<img src=\"data:image/jpeg;base64,/9j/CA==\" alt=\"picture\">");

        var id = open.fields().text("comm_id");
        var data =
                Map.<String, Object>of(
                        "method",
                        "update",
                        "state",
                        Map.of(),
                        "buffer_paths",
                        List.of(List.of("value")));
        kernel.tell("comm_msg", Map.of("comm_id", id, "data", data), new byte[] {1});
        assertThat(kernel.run("picture.toString()").text()).contains("picture of 1 bytes");
    }

    @Test
    void interactShowsTheValueAndFollowsTheControl() throws Exception {
        var result =
                kernel.run(
                        "var n = Widgets.slider(\"n\", 1, 9);\nWidgets.interact(n, Widgets.choice(\"how\", \"square\", \"double\"),\n"
                                + "    (x, how) -> { System.out.println(\"making\"); return how.equals(\"square\") ? x * x : 2 * x; })");
        assertThat(result.published("display_data").get(0).fields().object("data"))
                .containsEntry("text/plain", "25");
        assertThat(result.text()).isEqualTo("n: 5 (1 … 9)\nhow: square (of square, double)");
        var box = result.published("comm_open").get(3).fields();
        assertThat(box.fields("data").object("state")).containsEntry("_model_name", "VBoxModel");
        assertThat(box.fields("data").fields("state").list("children")).hasSize(3);

        var slider = open(result, "IntSliderModel");
        var moved = update(slider, Map.of("value", 6L));
        assertThat(moved)
                .extracting(Message::type)
                .containsSubsequence(
                        "status",
                        "comm_msg",
                        "comm_msg",
                        "clear_output",
                        "stream",
                        "display_data",
                        "comm_msg",
                        "status");
        assertThat(of("display_data", moved).get(0).fields().object("data"))
                .containsEntry("text/plain", "36");
        var parent = String.valueOf(moved.get(0).parentHeader().get("msg_id"));
        assertThat(said(moved, "update"))
                .containsExactly(Map.of("msg_id", parent), Map.of("msg_id", ""));

        var chosen = update(open(result, "DropdownModel"), Map.of("index", 1L));
        assertThat(of("display_data", chosen).get(0).fields().object("data"))
                .containsEntry("text/plain", "12");
    }

    @Test
    void aFailureInInteractIsShownInItsPlace() throws Exception {
        var result =
                kernel.run(
                        "Widgets.interact(Widgets.slider(\"m\", 0, 10), m -> { if (m == 7) throw new"
                                + " IllegalStateException(\"not seven\"); return m; })");
        var failed = update(open(result, "IntSliderModel"), Map.of("value", 7L));
        assertThat(of("display_data", failed).get(0).fields().object("data"))
                .containsEntry("text/plain", "java.lang.IllegalStateException: not seven");
    }

    @Test
    void aButtonIsClickedAndABarFills() throws Exception {
        var result =
                kernel.run(
                        "var bar = IntProgress.of(\"work\", 4);\nvar state = Label.of(\"idle\");\n"
                                + "VBox.of(HBox.of(Button.of(\"go\").onClick(() -> { bar.set(bar.value() + 1); state.set(\"at \" +"
                                + " bar.value()); }), state), bar)");
        assertThat(result.text()).isEqualTo("[go]    idle\nwork: 0 of 4");
        var clicked = happens(open(result, "ButtonModel"), "click");
        assertThat(said(clicked, "update"))
                .containsExactly(Map.of("value", 1L), Map.of("value", "at 1"));
    }

    @Test
    void everyControlIsChangedInThePageAndItsCallbackRuns() throws Exception {
        var result =
                kernel.run(
                        "var rate = FloatSlider.of(\"rate\", 0, 1);\nvar log = Checkbox.of(\"log\", false);\n"
                                + "var name = Text.of(\"name\", \"churn\");\nvar kind = Dropdown.of(\"kind\", List.of(\"line\", \"bar\"));\n"
                                + "for (var each : List.of(rate, log, name, kind)) each.onChange(v -> System.out.println(\"now \" + v));\n"
                                + "name.onSubmit(v -> System.out.println(\"entered \" + v));\n"
                                + "VBox.of(rate, log, name, kind)");
        var rate = open(result, "FloatSliderModel");
        var name = open(result, "TextModel");
        assertThat(printed(update(rate, Map.of("value", 0.25)))).isEqualTo("now 0.25\n");
        assertThat(printed(update(open(result, "CheckboxModel"), Map.of("value", true))))
                .isEqualTo("now true\n");
        assertThat(printed(update(name, Map.of("value", "שלום 😀")))).isEqualTo("now שלום 😀\n");
        assertThat(printed(happens(name, "submit"))).isEqualTo("entered שלום 😀\n");
        assertThat(printed(update(open(result, "DropdownModel"), Map.of("index", 1L))))
                .isEqualTo("now bar\n");
        assertThat(
                        kernel.run(
                                        "rate.value() + \" \" + log.value() + \" \" + name.value() + \" \" + kind.value()")
                                .text())
                .isEqualTo("0.25 true שלום 😀 bar");
    }

    @Test
    void nonsenseOfThePageIsRefusedAndTheKernelGoesOn() throws Exception {
        var result =
                kernel.run(
                        "var low = FloatSlider.of(\"low\", 0, 1, 0.5);\nvar sort = Dropdown.of(\"sort\", List.of(\"up\", \"down\"));\n"
                                + "low.onChange(v -> System.out.println(\"now \" + v));\n"
                                + "sort.onChange(v -> System.out.println(\"now \" + v));\nVBox.of(low, sort)");
        var low = open(result, "FloatSliderModel");
        var sort = open(result, "DropdownModel");
        for (var bad : List.<Object>of(7L, -1e300, "much", true, List.of(), Map.of())) {
            var answer = update(low, Map.of("value", bad));
            assertThat(said(answer, "echo_update")).containsExactly(Map.of("value", 0.5));
            assertThat(of("stream", answer)).isEmpty();
        }
        for (var bad : List.<Object>of(2L, -1L, 1L << 32, 0.5, "down")) {
            var answer = update(sort, Map.of("index", bad));
            assertThat(said(answer, "echo_update")).containsExactly(Map.of("index", 0L));
            assertThat(of("stream", answer)).isEmpty();
        }
        for (var data :
                List.of(Map.of(), Map.of("method", 3L), Map.of("method", "update", "state", 1L))) {
            kernel.tell("comm_msg", Map.of("comm_id", low, "data", data));
        }
        assertThat(kernel.run("low.value() + sort.value()").text()).isEqualTo("0.5up");
        assertThat(printed(update(low, Map.of("value", 0.75)))).isEqualTo("now 0.75\n");
    }

    @Test
    void aCallbackThatFailsIsToldAndTheNextOneRuns() throws Exception {
        var id =
                shown(
                        "var fragile = Checkbox.of(\"fragile\", false);\n"
                                + "fragile.onChange(v -> { if (v) throw new IllegalStateException(\"not so\"); System.out.println(\"fine\"); });\n"
                                + "fragile");
        assertThat(printed(update(id, Map.of("value", true))))
                .startsWith("A callback failed: java.lang.IllegalStateException: not so\n");
        assertThat(kernel.run("fragile.value()").text()).isEqualTo("true");
        assertThat(printed(update(id, Map.of("value", false)))).isEqualTo("fine\n");
    }

    @Test
    void whatAPlainProgramWouldSeeIsText() throws Exception {
        assertThat(kernel.run("Checkbox.of(\"log\", true).toString()").text()).isEqualTo("[x] log");
        assertThat(kernel.run("Dropdown.of(\"a\", List.of(1, 2)).value() + 1").text())
                .isEqualTo("2");
        assertThat(kernel.run("FloatSlider.of(\"rate\", 0, 1).toString()").text())
                .isEqualTo("rate: 0.5 (0.0 … 1.0)");
    }

    private static String open(CellResult result, String model) {
        return result.published("comm_open").stream()
                .filter(
                        message ->
                                message.fields()
                                        .fields("data")
                                        .fields("state")
                                        .text("_model_name")
                                        .equals(model))
                .map(message -> message.fields().text("comm_id"))
                .findFirst()
                .orElseThrow();
    }
}
