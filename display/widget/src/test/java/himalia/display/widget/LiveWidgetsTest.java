package himalia.display.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.display.bundle.comm.CommMessage;
import himalia.display.bundle.comm.Comms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Buttons, bars, places for output, and values that follow controls. */
class LiveWidgetsTest {
    private final Page page = Page.open();

    @Test
    void aButtonTellsOfItsClicksAndOfNothingElse() {
        var clicks = new ArrayList<String>();
        var button = page.show(Button.of("Train").onClick(() -> clicks.add("train")));
        page.happens(button, Map.of("event", "hover"));
        page.happens(button, "click");
        page.happens(button, List.of(Map.of("event", "click")));
        assertThat(clicks).isEmpty();
        page.happens(button, Map.of("event", "click"));
        button.onClick(() -> clicks.add("train again"));
        page.happens(button, Map.of("event", "click"));
        assertThat(clicks).containsExactly("train", "train again");
        button.enable(false);
        assertThat(page.told()).containsExactly("update {disabled=true}");
        assertThat(button).hasToString("[Train]");
    }

    @Test
    void aBarFillsAndEndsGoodOrBad() {
        var bar = page.show(FloatProgress.of("loss", 2));
        bar.set(0.5);
        bar.set(0.5);
        bar.finish(true);
        bar.finish(false);
        assertThat(page.told())
                .containsExactly(
                        "update {value=0.5}",
                        "update {bar_style=success}",
                        "update {bar_style=danger}");
        assertThat(bar).hasToString("loss: 0.5 of 2.0");
        assertThat(bar.html())
                .isEqualTo("<div>loss <progress value=\"0.5\" max=\"2.0\"></progress></div>");
        page.change(bar, "value", "full");
        assertThat(page.told()).containsExactly("echo_update {value=0.5}");
    }

    @Test
    void whatRunsInAnOutputIsShownThereAndEndsThereEvenIfItFails() {
        var out = page.show(new Output());
        out.capture(() -> Display.display("inside"));
        assertThat(page.told())
                .containsExactly("update {msg_id=request}", "shown inside", "update {msg_id=}");
        assertThatThrownBy(
                        () ->
                                out.capture(
                                        () -> {
                                            throw new IllegalStateException("broken");
                                        }))
                .hasMessage("broken");
        assertThat(page.told())
                .containsExactly(
                        "update {msg_id=request}",
                        "shown java.lang.IllegalStateException: broken",
                        "update {msg_id=}");
        for (var interrupt :
                List.of(
                        new CancellationException("interrupted"),
                        new IllegalStateException(new InterruptedException()))) {
            assertThatThrownBy(
                            () ->
                                    out.capture(
                                            () -> {
                                                throw interrupt;
                                            }))
                    .isSameAs(interrupt);
            assertThat(page.told()).containsExactly("update {msg_id=request}", "update {msg_id=}");
        }
        // Whoever asks a future that was cancelled has to hear of it.
        var cancelled = new CompletableFuture<String>();
        cancelled.cancel(true);
        assertThatThrownBy(() -> out.capture(cancelled::join))
                .isInstanceOf(CancellationException.class);
        assertThat(page.told()).hasSize(3).element(1).asString().contains("CancellationException");
        out.show("instead");
        assertThat(page.told())
                .containsExactly(
                        "update {msg_id=request}",
                        "cleared at the next",
                        "shown instead",
                        "update {msg_id=}");
    }

    @Test
    void aListAndWhatIsChosenOfItChangeInOneStep() {
        var kind = page.show(Dropdown.of("kind", List.of("line", "bar", "area")));
        kind.set("area");
        page.told();
        kind.options(Map.of("dots", "dots"));
        assertThat(page.told())
                .singleElement()
                .asString()
                .startsWith("update {")
                .contains("_options_labels=[dots]", "index=0");
        assertThat(kind.value()).isEqualTo("dots");
    }

    @Test
    void aPageKeepsWhatAnOutputHoldsAndACellClearsIt() {
        var out = page.show(new Output());
        var held = List.<Object>of(Map.of("output_type", "stream", "text", "kept"));
        page.change(out, "outputs", held);
        page.change(out, "outputs", "no list");
        // The page said it, and what it holds may be large: it hears nothing back.
        assertThat(page.told()).isEmpty();
        assertThat(out.model().get("outputs")).isEqualTo(held);
        out.clear();
        assertThat(page.told()).containsExactly("update {outputs=[]}");
    }

    @Test
    void interactMakesItsValueAnewWithEveryChange() {
        var n = Widgets.slider("n", 1, 9);
        var how = Widgets.choice("how", "square", "double");
        var both = Widgets.interact(n, how, (x, h) -> h.equals("square") ? x * x : 2 * x);
        assertThat(page.told()).contains("shown 25");
        page.show(both);

        page.change(n, "value", 6L);
        assertThat(page.told())
                .containsExactly(
                        "echo_update {value=6}",
                        "update {msg_id=request}",
                        "cleared at the next",
                        "shown 36",
                        "update {msg_id=}");
        page.change(how, "index", 1L);
        assertThat(page.told()).contains("shown 12");
        page.change(n, "value", 10L);
        page.change(how, "index", 2L);
        assertThat(page.told()).containsExactly("echo_update {value=6}", "echo_update {index=1}");
        assertThat(both).hasToString("n: 6 (1 … 9)\nhow: double (of square, double)");
    }

    @Test
    void whatInteractCannotMakeIsToldInItsPlaceAndTheNextValueIsShown() {
        var n = Widgets.slider("n", 0, 9);
        page.show(
                Widgets.interact(
                        n,
                        x -> {
                            if (x == 7) {
                                throw new IllegalStateException("not <seven>");
                            }
                            return x == 8 ? null : x;
                        }));
        page.change(n, "value", 7L);
        assertThat(page.told()).contains("shown java.lang.IllegalStateException: not <seven>");
        page.change(n, "value", 8L);
        assertThat(page.told())
                .containsExactly(
                        "echo_update {value=8}",
                        "update {msg_id=request}",
                        "cleared at the next",
                        "update {msg_id=}");
        page.change(n, "value", 9L);
        assertThat(page.told()).contains("shown 9");
    }

    @Test
    void aFirstValueThatCannotBeMadeIsToldBelowTheControls() {
        var n = Widgets.slider("n", 0, 9);
        var shown =
                Widgets.interact(
                        n,
                        x -> {
                            if (x == 4) {
                                throw new AssertionError("not four");
                            }
                            return 10 / (x - 5);
                        });
        assertThat(page.told()).contains("shown java.lang.AssertionError: not four");
        page.show(shown);

        page.change(n, "value", 5L);
        assertThat(page.told())
                .containsSubsequence(
                        "cleared at the next", "shown java.lang.ArithmeticException: / by zero");
        page.change(n, "value", 6L);
        assertThat(page.told()).contains("shown 10");
        assertThat(shown).hasToString("n: 6 (0 … 9)");
    }

    @Test
    void aHandlerThatFailsInAnOutputIsToldThere() {
        var out = new Output();
        var button =
                page.show(
                        Button.of("go")
                                .onClick(() -> out.capture(() -> List.of().iterator().next())));
        assertThatThrownBy(() -> page.happens(button, Map.of("event", "click")))
                .isInstanceOf(java.util.NoSuchElementException.class);
        assertThat(page.told())
                .containsSubsequence(
                        "update {msg_id=request}",
                        "shown java.util.NoSuchElementException",
                        "update {msg_id=}");
    }

    @Test
    void aPageThatIsLoadedAgainGetsWhatHoldsNow() {
        var kept = page.show(Checkbox.of("kept", false));
        var closed = page.show(Text.of("closed", "a"));
        var neverShown = Text.of("never shown", "a");
        page.change(kept, "value", true);
        closed.close();
        page.told();

        Comms.opened("again", "jupyter.widget.control", CommMessage.EMPTY);
        Comms.received("again", CommMessage.of(Map.of("method", "request_states")));

        assertThat(page.told())
                .singleElement()
                .asString()
                .startsWith("update_states {")
                .containsPattern(
                        kept.model().id()
                                + "=\\{[^}]*state=\\{[^}]*description=kept[^}]*value=true")
                .doesNotContain(closed.model().id(), neverShown.model().id());
    }

    @Test
    void otherOptionsTellWhoListensOnlyIfAnotherValueIsChosen() {
        var model = Dropdown.of("model", Map.of("trees", 1));
        var heard = new ArrayList<Integer>();
        model.onChange(heard::add);
        model.options(Map.of("trees", 2));
        assertThat(heard).containsExactly(2);
        var more = new LinkedHashMap<String, Integer>();
        more.put("linear", 3);
        more.put("trees", 2);
        model.options(more);
        assertThat(model.value()).isEqualTo(2);
        assertThat(heard).containsExactly(2);
        model.options(Map.of("linear", 3));
        assertThat(heard).containsExactly(2, 3);
    }
}
