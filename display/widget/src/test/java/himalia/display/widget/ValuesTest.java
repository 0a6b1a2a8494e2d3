package himalia.display.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Controls that hold a value: moved in the page, set in a cell, and told nonsense. */
class ValuesTest {
    private final Page page = Page.open();

    static List<Arguments> moves() {
        var named = new LinkedHashMap<String, Integer>();
        named.put("one", 1);
        named.put("also one", 1);
        named.put("two", 2);
        return List.of(
                Arguments.of(IntSlider.of("bins", 5, 50, 20), "value", 33L, 33),
                Arguments.of(IntSlider.of("bins", 5, 50, 20), "value", 50.0, 50),
                Arguments.of(FloatSlider.of("rate", 0, 1), "value", 0.25, 0.25),
                Arguments.of(FloatSlider.of("rate", 0, 1), "value", 1L, 1.0),
                Arguments.of(Checkbox.of("log", false), "value", true, true),
                Arguments.of(Text.of("name", "churn"), "value", "", ""),
                Arguments.of(
                        Text.of("name", ""), "value", "<b>\"שלום\"</b> 😀", "<b>\"שלום\"</b> 😀"),
                Arguments.of(Dropdown.of("kind", List.of("line", "bar")), "index", 1L, "bar"),
                Arguments.of(Dropdown.of("number", named), "index", 2L, 2));
    }

    @ParameterizedTest
    @MethodSource("moves")
    <T> void whatThePageChangesIsTheValueAndIsTold(
            ValueWidget<T> widget, String entry, Object stated, T value) {
        page.show(widget);
        var heard = new ArrayList<T>();
        widget.onChange(heard::add);

        page.change(widget, entry, stated);
        page.change(widget, entry, stated);

        assertThat(widget.value()).isEqualTo(value);
        assertThat(heard).containsExactly(value);
        var echo = "echo_update {" + entry + "=" + stated + "}";
        assertThat(page.told()).containsExactly(echo, echo);
    }

    static List<Arguments> nonsense() {
        var all = new ArrayList<Arguments>();
        for (var bad : List.of(4L, 51L, 20.5, 4294967316L, 1e300, Double.NaN, "33", true)) {
            all.add(Arguments.of(IntSlider.of("bins", 5, 50, 20), "value", bad));
        }
        for (var bad : List.of(-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY, "0.2", false)) {
            all.add(Arguments.of(FloatSlider.of("rate", 0, 1), "value", bad));
        }
        for (var bad : List.of(1L, "true", List.of(true), Map.of())) {
            all.add(Arguments.of(Checkbox.of("log", true), "value", bad));
        }
        for (var bad : List.of(1L, true, List.of("a"), new byte[] {1})) {
            all.add(Arguments.of(Text.of("name", "churn"), "value", bad));
        }
        for (var bad : List.of(-1L, 2L, 0.5, 4294967297L, "1", "bar", false)) {
            all.add(Arguments.of(Dropdown.of("kind", List.of("line", "bar")), "index", bad));
        }
        all.add(Arguments.of(IntSlider.of("bins", 5, 50, 20), "value", null));
        all.add(Arguments.of(Dropdown.of("kind", List.of("line", "bar")), "index", null));
        return all;
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    <T> void nonsenseOfThePageChangesNothingAndThePageIsToldWhatHolds(
            ValueWidget<T> widget, String entry, Object stated) {
        page.show(widget);
        var before = widget.value();
        var text = widget.toString();
        var holds = widget.model().get(entry);
        var heard = new ArrayList<T>();
        widget.onChange(heard::add);

        page.change(widget, entry, stated);

        assertThat(widget.value()).isEqualTo(before);
        assertThat(widget).hasToString(text);
        assertThat(heard).isEmpty();
        assertThat(page.told()).containsExactly("echo_update {" + entry + "=" + holds + "}");
    }

    @Test
    void whatTheWidgetHasNotIsPassedOver() {
        var slider = page.show(IntSlider.of("bins", 5, 50, 20));
        page.change(slider, "colour", "red");
        page.say(slider, Map.of("method", "update", "state", "no object"));
        page.say(slider, Map.of("method", "update"));
        page.say(slider, Map.of("method", "dance"));
        page.say(slider, Map.of());
        page.happens(slider, "no object");
        assertThat(page.told()).isEmpty();
        assertThat(slider.model().snapshot())
                .doesNotContainKey("colour")
                .containsEntry("value", 20);
    }

    static List<Arguments> settings() {
        return List.of(
                Arguments.of(IntSlider.of("bins", 5, 50, 20), 7, "update {value=7}"),
                Arguments.of(FloatSlider.of("rate", 0, 1), 0.75, "update {value=0.75}"),
                Arguments.of(Checkbox.of("log", false), true, "update {value=true}"),
                Arguments.of(Text.of("name", "churn"), "$x$", "update {value=$x$}"),
                Arguments.of(
                        Dropdown.of("kind", List.of("line", "bar")), "bar", "update {index=1}"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    <T> void whatACellSetsIsToldToThePageAndToWhoListensOnce(
            ValueWidget<T> widget, T value, String told) {
        page.show(widget);
        var heard = new ArrayList<T>();
        widget.onChange(heard::add);

        widget.set(value);
        widget.set(value);

        assertThat(widget.value()).isEqualTo(value);
        assertThat(heard).containsExactly(value);
        assertThat(page.told()).containsExactly(told);
    }

    @Test
    void aCellThatSetsWhatCannotBeIsToldWhatCan() {
        var bins = IntSlider.of("bins", 5, 50, 20);
        var rate = FloatSlider.of("rate", 0, 1);
        var kind = Dropdown.of("kind", List.of("line", "bar"));
        var bar = FloatProgress.of("loss", 1);
        assertThatThrownBy(() -> bins.set(99)).hasMessage("the slider goes from 5 to 50, got 99");
        assertThatThrownBy(() -> rate.set(Double.NaN))
                .hasMessage("the slider goes from 0.0 to 1.0, got NaN");
        assertThatThrownBy(() -> kind.set("pie"))
                .hasMessage("'pie' is none of the options, which are [line, bar]");
        assertThatThrownBy(() -> bar.set(Double.NaN))
                .hasMessage("a bar is filled up to a number, got NaN");
        assertThat(List.of(bins.value(), rate.value(), kind.value(), bar.value()))
                .containsExactly(20, 0.5, "line", 0.0);
    }

    @Test
    void aBarBeyondItsEndsIsFullOrEmptyAsInIpywidgets() {
        var epochs = IntProgress.of("epochs", 20);
        epochs.set(25);
        assertThat(epochs).hasToString("epochs: 20 of 20");
        epochs.set(-1);
        assertThat(epochs.value()).isZero();
        var loss = FloatProgress.of("loss", 1);
        loss.set(1.5);
        assertThat(loss.value()).isEqualTo(1.0);
    }

    @Test
    void aPictureIsThatOfABrowser() {
        var gif = "GIF89a…".getBytes(StandardCharsets.UTF_8);
        var jpeg = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0};
        var picture = Picture.of(gif);
        assertThat(picture.html()).startsWith("<img src=\"data:image/gif;base64,");
        picture.set(jpeg);
        assertThat(picture.html()).startsWith("<img src=\"data:image/jpeg;base64,");
        assertThatThrownBy(() -> picture.set(new byte[] {1, 2, 3}))
                .hasMessage(
                        "a picture is the bytes of a PNG, JPEG, GIF or WebP file, got 3 bytes that"
                                + " begin with 01 02 03; Files.readAllBytes reads a file");
        assertThatThrownBy(() -> Picture.of(new byte[0]))
                .hasMessage(
                        "a picture is the bytes of a PNG, JPEG, GIF or WebP file, got 0 bytes;"
                                + " Files.readAllBytes reads a file");
        assertThatThrownBy(() -> Picture.of("RIFF????WAVE".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("got 12 bytes that begin with 52 49 46 46");
        assertThat(picture.html()).startsWith("<img src=\"data:image/jpeg;base64,");
    }

    @Test
    void whatCannotBeMadeSaysWhy() {
        assertThatThrownBy(() -> IntSlider.of("bins", 9, 5))
                .hasMessage("a slider must go upwards, got from 9 to 5");
        assertThatThrownBy(() -> IntSlider.of("bins", 5, 9, 10))
                .hasMessage("the slider goes from 5 to 9, got 10");
        assertThatThrownBy(() -> IntSlider.of("bins", 5, 9).step(0))
                .hasMessage("the step must be at least 1, got 0");
        assertThatThrownBy(() -> FloatSlider.of("rate", 1, Double.NaN))
                .hasMessage("a slider must go upwards between two numbers, got from 1.0 to NaN");
        assertThatThrownBy(() -> FloatSlider.of("rate", 0, 1, 1.5))
                .hasMessage("the slider goes from 0.0 to 1.0, got 1.5");
        assertThatThrownBy(() -> FloatSlider.of("rate", 0, 1).step(Double.NaN))
                .hasMessage("the step must be more than 0, got NaN");
        assertThatThrownBy(() -> Dropdown.of("kind", List.of()))
                .hasMessage("a list to choose from must not be empty");
        assertThatThrownBy(() -> Dropdown.of("kind", List.of("a", "a")))
                .hasMessage("'a' is there twice; give the options names of their own");
        assertThatThrownBy(() -> FloatProgress.of("loss", 0))
                .hasMessage("a bar must end above 0, got 0.0");
    }

    @Test
    void aControlCanBeHeldAndLetGo() {
        var box = page.show(Checkbox.of("log", true));
        box.enable(false);
        box.enable(true);
        box.close();
        box.set(false);
        assertThat(page.told())
                .containsExactly("update {disabled=true}", "update {disabled=false}", "close");
        assertThat(box.value()).isFalse();
    }

    @Test
    void enterGivesTheLineThatWasTyped() {
        var name = page.show(Text.of("name", "churn"));
        var heard = new ArrayList<String>();
        name.onSubmit(heard::add);
        page.change(name, "value", "fraud");
        page.happens(name, Map.of("event", "blur"));
        assertThat(heard).isEmpty();
        page.happens(name, Map.of("event", "submit"));
        assertThat(heard).containsExactly("fraud");
    }

    @Test
    void aListenerThatFailsLeavesTheValueThatThePageSet() {
        var bins = page.show(IntSlider.of("bins", 5, 50, 20));
        bins.onChange(
                n -> {
                    throw new IllegalStateException("no chart of " + n);
                });
        assertThatThrownBy(() -> page.change(bins, "value", 6L)).hasMessage("no chart of 6");
        page.told();
        assertThatThrownBy(() -> page.change(bins, "value", 7L)).hasMessage("no chart of 7");
        assertThat(bins.value()).isEqualTo(7);
        assertThat(page.told()).containsExactly("echo_update {value=7}");
    }

    @Test
    void namesAreWordsInMarkupAndText() {
        var hostile = "<script>alert(\"$x$\")</script>";
        var safe = "&lt;script&gt;alert(&quot;$x$&quot;)&lt;/script&gt;";
        assertThat(IntSlider.of(hostile, 0, 4).html())
                .isEqualTo("<div>" + safe + ": 2 (0 … 4)</div>");
        assertThat(Text.of("a", hostile).html()).isEqualTo("<div>a: " + safe + "</div>");
        assertThat(Dropdown.of("a", List.of(hostile)).html())
                .isEqualTo("<div>a: " + safe + " (of " + safe + ")</div>");
        assertThat(Checkbox.of(hostile, false).html()).isEqualTo("<div>[ ] " + safe + "</div>");
        assertThat(Button.of(hostile).html()).isEqualTo("<button disabled>" + safe + "</button>");
        assertThat(FloatProgress.of(hostile, 2).html())
                .isEqualTo(
                        "<div>" + safe + " <progress value=\"0.0\" max=\"2.0\"></progress></div>");
        assertThat(Label.of(hostile).html()).isEqualTo("<div>" + safe + "</div>");
    }

    @Test
    void aWordThatIsNullIsNamedWhereItIsGiven() {
        assertThatThrownBy(() -> Button.of(null))
                .hasMessage("description is null; give it words, or \"\" for none");
        assertThatThrownBy(() -> IntSlider.of(null, 1, 2, 1))
                .hasMessage("description is null; give it words, or \"\" for none");
        assertThatThrownBy(() -> Text.of("name", null))
                .hasMessage("value is null; give it words, or \"\" for none");
        assertThatThrownBy(() -> Label.of("a").set(null))
                .hasMessage("value is null; give it words, or \"\" for none");
        assertThatThrownBy(() -> Checkbox.of("a", true).width(null))
                .hasMessage("the width is null; give one such as 200px");
        assertThatThrownBy(() -> VBox.of(Label.of("a"), null))
                .hasMessage("a widget is null; run the cell that makes it first");
        var named = new java.util.HashMap<String, Integer>();
        named.put(null, 1);
        assertThatThrownBy(() -> Dropdown.of("n", named))
                .hasMessage("a label is null; give it words");
    }
}
