package himalia.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.Out;
import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.runtime.Display;
import io.github.spencerpark.ijava.runtime.Kernel;
import io.github.spencerpark.ijava.runtime.Magics;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable;
import io.github.spencerpark.jupyter.kernel.display.RenderContext;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagicFunction;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagicFunction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What notebooks written for IJava call does what IJava's documentation says of it. */
class IJavasNamesTest {
    private FakeNotebook notebook;

    @BeforeEach
    void connect() {
        notebook = FakeNotebook.connected();
    }

    record Money(int cents) {}

    record Mass(int grams) {}

    static final class Marked {
        private int calls;

        @LineMagic(aliases = "alias")
        public int counted() {
            return ++calls;
        }

        @CellMagic("bodies")
        public String body(List<String> words, String body) {
            return words + body;
        }

        @LineMagic("fails")
        public static Object fails(List<String> words) throws IOException {
            throw new IOException("no " + words.get(0));
        }

        public int plain() {
            return -1;
        }
    }

    static final class WithoutConstructor {
        WithoutConstructor(int any) {}

        @LineMagic
        public int needsAnInstance() {
            return 1;
        }
    }

    /** Both in one, as {@code registerLineCellMagic} takes it. */
    static final class Both implements LineMagicFunction<String>, CellMagicFunction<String> {
        @Override
        public String execute(List<String> args) {
            return "line " + args;
        }

        @Override
        public String execute(List<String> args, String body) {
            return "cell " + args + body;
        }
    }

    @Test
    void aDataOfSeveralTypesIsShownWithAllOfThem() {
        var data = new DisplayData("plain");
        data.putHTML("<b>html</b>");
        data.putMarkdown("**md**");
        data.putMath("x^2");
        data.putSVG("<svg/>");
        data.putJSON("{}");
        data.putData(MIMEType.TEXT_CSS, "b {}");
        data.putMetaData(MIMEType.TEXT_HTML, Map.of("isolated", true));
        assertThat(data.bundle().data())
                .containsEntry("text/plain", "plain")
                .containsEntry("text/html", "<b>html</b>")
                .containsEntry("text/markdown", "**md**")
                .containsEntry("text/latex", "$$x^2$$")
                .containsEntry("image/svg+xml", "<svg/>")
                .containsEntry("application/json", "{}")
                .containsEntry("text/css", "b {}");
        assertThat(data.bundle().metadata()).containsEntry("text/html", Map.of("isolated", true));
        assertThat(data.getData(MIMEType.TEXT_CSS)).isEqualTo("b {}");
        assertThat(data.hasDataForType(MIMEType.IMAGE_PNG)).isFalse();
    }

    @Test
    void aCopyHasWhatTheOtherHasAndGoesItsOwnWay() {
        var first = new DisplayData("first");
        first.setDisplayId("id");
        var copy = new DisplayData(first);
        copy.putText("second");
        assertThat(copy.getDisplayId()).isEqualTo("id");
        assertThat(first.getData(MIMEType.TEXT_PLAIN)).isEqualTo("first");
        copy.assign(first);
        assertThat(copy.getData(MIMEType.TEXT_PLAIN)).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({
        "text/html, text/html, true",
        "text/html, text/*, true",
        "text/html, text, true",
        "text/html, */*, true",
        "image/*, image/png, true",
        "text/html, text/plain, false",
        "text/html, image/*, false",
    })
    void aTypeIsMeantByItselfByItsGroupAndByAny(String type, String asked, boolean meant) {
        assertThat(MIMEType.parse(type).answers(MIMEType.parse(asked))).isEqualTo(meant);
    }

    @Test
    void aRegisteredRendererDrawsWhatItPrefersAndOtherTypesOnlyWhenAsked() {
        var renderer = IJava.getKernelInstance().getRenderer();
        renderer.createRegistration(Money.class)
                .preferring(MIMEType.TEXT_HTML)
                .supporting("text/markdown")
                .register(
                        (money, context) -> {
                            context.renderIfRequested(
                                    MIMEType.TEXT_HTML, () -> "<b>" + money.cents() + "</b>");
                            context.renderIfRequested(
                                    MIMEType.TEXT_MARKDOWN, () -> "**" + money.cents() + "**");
                        });
        assertThat(renderer.render(new Money(5)).bundle().data())
                .containsEntry("text/html", "<b>5</b>")
                .containsEntry("text/plain", "Money[cents=5]")
                .doesNotContainKey("text/markdown");
        assertThat(renderer.renderAs(new Money(6), "text/markdown").bundle().data())
                .containsEntry("text/markdown", "**6**")
                .doesNotContainKey("text/html");
        assertThat(himalia.display.bundle.Display.render(new Money(7)).data())
                .containsEntry("text/html", "<b>7</b>");
    }

    /** As IJava's renderer documents it: its text, and the types that it prefers. */
    record SelfDrawn(int value) implements DisplayDataRenderable {
        @Override
        public Set<MIMEType> getSupportedRenderTypes() {
            return Set.of(MIMEType.TEXT_HTML, MIMEType.TEXT_MARKDOWN);
        }

        @Override
        public Set<MIMEType> getPreferredRenderTypes() {
            return Set.of(MIMEType.TEXT_HTML);
        }

        @Override
        public void render(RenderContext context) {
            context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<u>" + value + "</u>");
            context.renderIfRequested(MIMEType.TEXT_MARKDOWN, () -> "_" + value + "_");
        }
    }

    @Test
    void aValueThatDrawsItselfIsDrawnAsItPrefers() {
        assertThat(himalia.display.bundle.Display.render(new SelfDrawn(3)).data())
                .containsEntry("text/html", "<u>3</u>")
                .containsEntry("text/plain", "SelfDrawn[value=3]")
                .doesNotContainKey("text/markdown");
    }

    @Test
    void theIdOfADisplayIsATextByWhichItIsUpdated() {
        String id = Display.display(new Mass(1));
        assertThat(id).isNotEmpty();
        Display.updateDisplay(id, new Mass(2));
        assertThat(notebook.shown).extracting("how").containsExactly("show", "update");
        assertThat(notebook.shown).extracting("id").containsExactly(id, id);
        assertThat(notebook.shown.get(1).bundle().text()).isEqualTo("Mass[grams=2]");
    }

    @Test
    void aDataWithAnIdOfItsOwnIsShownUnderThat() {
        var data = new DisplayData("mine");
        data.setDisplayId("mine");
        IJava.getKernelInstance().display(data);
        assertThat(notebook.shown.get(0).id()).isEqualTo("mine");
    }

    @Test
    void magicsThatAreRegisteredAreKnownToTheNotebookAndCalledWithTheirWords() throws Exception {
        var magics = IJava.getKernelInstance().getMagics();
        magics.registerLineMagic(
                "shout", words -> String.join(" ", words).toUpperCase(java.util.Locale.ROOT));
        magics.registerCellMagic("lengths", (words, body) -> words.size() + body.length());
        magics.registerLineCellMagic("both", new Both());
        assertThat(notebook.asked).hasSize(4).allMatch(asked -> asked.startsWith("magic "));
        assertThat((String) magics.applyLineMagic("shout", List.of("a", "b c"))).isEqualTo("A B C");
        assertThat((Integer) magics.applyCellMagic("lengths", List.of("a"), "four")).isEqualTo(5);
        assertThat((String) Magics.lineMagic("both", List.of("x"))).isEqualTo("line [x]");
        assertThat((String) Magics.cellMagic("both", List.of("x"), "y")).isEqualTo("cell [x]y");
    }

    @Test
    void markedMethodsAreMagicsByTheirNameAndTheirAliases() throws Exception {
        var magics = IJava.getKernelInstance().getMagics();
        magics.registerMagics(new Marked());
        assertThat((Integer) magics.applyLineMagic("counted", List.of())).isEqualTo(1);
        assertThat((Integer) magics.applyLineMagic("alias", List.of())).isEqualTo(2);
        assertThat((String) magics.applyCellMagic("bodies", List.of("w"), "b")).isEqualTo("[w]b");
        assertThatThrownBy(() -> magics.applyLineMagic("fails", List.of("luck")))
                .isInstanceOf(IOException.class)
                .hasMessage("no luck");
    }

    @Test
    void aClassOfWhichNoInstanceCanBeMadeIsRefusedWithTheWayOut() {
        assertThatThrownBy(
                        () ->
                                IJava.getKernelInstance()
                                        .getMagics()
                                        .registerMagics(WithoutConstructor.class))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("WithoutConstructor has magics but no constructor")
                .hasMessageContaining("register an instance of it");
    }

    @Test
    void codeOfATextIsEvaluatedByTheNotebookAndGivesItsValueOnce() throws Exception {
        notebook.answer = 4_711L;
        Out.keep(4_711, "value");
        assertThat(Kernel.eval("1 + 2")).isEqualTo("value");
        assertThat(notebook.asked).containsExactly("eval {source=1 + 2}");
        assertThatThrownBy(() -> Out.get(4_711)).hasMessageContaining("showed no value");
        notebook.answer = null;
        assertThat(Kernel.eval("int x;")).isNull();
    }
}
