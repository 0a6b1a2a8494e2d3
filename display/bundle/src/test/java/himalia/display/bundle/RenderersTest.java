package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderersTest {
    private final Renderers renderers = Renderers.load();

    interface Shape {}

    record Square(int side) implements Shape {}

    /** How they look is remembered, until something may look otherwise. */
    @Test
    void aNumberLooksAsWhatWasRegisteredLastSays() {
        assertThat(renderers.render(5).text()).isEqualTo("5");
        renderers.register(Number.class, number -> MimeBundle.plain("a number"));
        assertThat(renderers.render(5).text()).isEqualTo("a number");
        renderers.register(Integer.class, number -> MimeBundle.plain("whole"));
        assertThat(renderers.render(5).text()).isEqualTo("whole");
        assertThat(renderers.render(5.0).text()).isEqualTo("a number");
        renderers.reload();
        assertThat(renderers.render(5).text()).isEqualTo("whole");
    }

    @Test
    void theExactClassComesBeforeItsSupertypes() {
        renderers.register(Shape.class, shape -> MimeBundle.plain("a shape"));
        assertThat(renderers.render(new Square(2)).text()).isEqualTo("a shape");
        renderers.register(
                Square.class, square -> MimeBundle.plain("a square of " + square.side()));
        assertThat(renderers.render(new Square(2)).text()).isEqualTo("a square of 2");
    }

    @Test
    void aRendererThatFailsCostsThePictureAndNotTheValue() {
        renderers.register(
                Square.class,
                square -> {
                    throw new IllegalStateException("no ink");
                });
        assertThat(renderers.render(new Square(2)).text())
                .startsWith("Square[side=2]\n[")
                .contains("no ink");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                AssertionError.class,
                OutOfMemoryError.class,
                NoClassDefFoundError.class,
                Error.class
            })
    void anErrorInARendererCostsThePictureAndNotTheValue(Class<? extends Error> kind)
            throws ReflectiveOperationException {
        var error = kind.getDeclaredConstructor().newInstance();
        renderers.register(
                Square.class,
                square -> {
                    throw error;
                });
        assertThat(renderers.render(new Square(2)).text())
                .isEqualTo(
                        "Square[side=2]\n[the renderer registered for Square failed: "
                                + kind.getName()
                                + "]");
    }

    @Test
    void anErrorInAToStringIsToldInItsPlace() {
        var value =
                new Object() {
                    @Override
                    public String toString() {
                        throw new AssertionError("no words");
                    }
                };
        assertThat(renderers.render(value).text())
                .isEqualTo(
                        value.getClass().getName()
                                + " [its toString failed: java.lang.AssertionError: no words]");
    }

    @Test
    @SuppressWarnings({"deprecation", "removal"}) // what stops a thread up to JDK 19
    void anOrderToEndTheCellPassesARenderer() {
        var stop = new ThreadDeath();
        renderers.register(
                Square.class,
                square -> {
                    throw stop;
                });
        assertThatThrownBy(() -> renderers.render(new Square(2))).isSameAs(stop);
    }

    @Test
    @SuppressWarnings("NullAway") // what a user's renderer may do all the same
    void aRendererThatReturnsNothingCostsThePictureAndNotTheValue() {
        renderers.register(Square.class, square -> null);
        assertThat(renderers.render(new Square(2)).text())
                .isEqualTo(
                        "Square[side=2]\n[the renderer registered for Square returned null, not a bundle]");
        renderers.register(Square.class, square -> MimeBundle.plain(null));
        assertThat(renderers.render(new Square(2)).text()).endsWith("a bundle's text is null]");
    }

    @Test
    void aMatrixIsAnArrayOfObjects() {
        renderers.register(Object[].class, array -> MimeBundle.plain(array.length + " rows"));
        assertThat(renderers.render(new double[3][2]).text()).isEqualTo("3 rows");
        assertThat(renderers.render(new int[] {1, 2}).text()).isEqualTo("[1, 2]");
    }

    @Test
    void nullIsShownAsText() {
        assertThat(renderers.render(null).text()).isEqualTo("null");
    }

    @Test
    void textsInOtherLanguagesCarryTheirMimeTypeAndPlainText() {
        assertThat(
                        renderers
                                .render(
                                        new Html(
                                                "<h1>A &amp; B</h1><p>c<br>d</p><script>x</script>"))
                                .data())
                .isEqualTo(
                        Map.of(
                                "text/plain",
                                "A & B\nc\nd",
                                "text/html",
                                "<h1>A &amp; B</h1><p>c<br>d</p><script>x</script>"));
        assertThat(renderers.render(new Markdown("**b**")).data())
                .isEqualTo(Map.of("text/plain", "**b**", "text/markdown", "**b**"));
        assertThat(renderers.render(new Latex("x^2")).data().get("text/latex"))
                .isEqualTo("$\\displaystyle x^2$");
        assertThat(renderers.render(new Mermaid("graph LR; a-->b")).data().keySet())
                .containsExactly("text/plain", "text/markdown", "text/vnd.mermaid");
        assertThat(renderers.render(new Svg("<svg><title>A &lt; B</title></svg>")).text())
                .isEqualTo("A < B");
        assertThat(
                        renderers
                                .render(new VegaLite(Map.of("title", "Points", "layer", List.of())))
                                .data())
                .containsEntry("text/plain", "Points · Vega-Lite chart")
                .containsKey(MimeBundle.VEGA_LITE);
    }

    @Test
    void valuesThatJvmReprKnowsLookAsItSays() {
        Display.renderers().reload();
        assertThat(Display.renderers().render(new StringBuilder("x")).data())
                .containsEntry("text/html", "<b>built</b>")
                .containsEntry("text/plain", "built");
        assertThat(Display.renderers().render(new int[] {1, 2}).text()).isEqualTo("[1, 2]");
    }

    @Test
    void whatJvmReprFailsWithCostsThePictureAndNotTheValue() {
        Display.renderers().reload();
        assertThat(Display.renderers().render(new StringBuffer("broken")).text())
                .isEqualTo("broken\n[jvm-repr failed: java.lang.AssertionError: broken]");
        assertThat(Display.renderers().render(new StringBuffer("slow")).text())
                .isEqualTo(
                        "slow\n[jvm-repr failed: java.lang.IllegalStateException: it took more than 2.0 s]");
    }

    @Test
    void aRendererThatTakesTooLongCostsThePictureNotTheValue() {
        var slow = new SlowLook();
        var shown = Display.renderers().render(slow);
        assertThat(shown.text()).startsWith("slow").contains("more than 2.0 s");
        assertThat(slow.interrupted.join()).isTrue();
    }

    /** As a user's class is: of another package, which the test says by its renderer. */
    private static final class SlowLook {
        final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        SlowLook() {
            Display.renderers().register(SlowLook.class, SlowLook::look);
        }

        private static MimeBundle look(SlowLook value) {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                value.interrupted.complete(true);
            }
            return MimeBundle.plain("late");
        }

        @Override
        public String toString() {
            return "slow";
        }
    }

    @Test
    void aPictureWithoutAByteIsToldInsteadOfDrawnAsBroken() {
        assertThat(Display.render(new byte[0], "image/png"))
                .isEqualTo(MimeBundle.plain("[a picture of type image/png without a byte]"));
        assertThat(Display.render(" ", "image/svg+xml"))
                .isEqualTo(MimeBundle.plain("[a picture of type image/svg+xml without a byte]"));
    }

    @Test
    void anSvgPictureIsToldByItsWordsByItsTitleOrByWhatIsWrittenInIt() {
        assertThat(new Svg("<svg><title>A</title><desc>A grows</desc></svg>").bundle().text())
                .isEqualTo("A grows");
        assertThat(new Svg("<svg><title>A &amp; B</title></svg>").bundle().text())
                .isEqualTo("A & B");
        assertThat(
                        new Svg("<svg><text x=\"1\">in</text><text><tspan>out</tspan></text></svg>")
                                .bundle()
                                .text())
                .isEqualTo("[SVG picture: in, out]");
        assertThat(new Svg("<svg><rect/></svg>").bundle().text()).isEqualTo("[SVG picture]");
    }

    @Test
    void whatIsNoSvgIsRefused() {
        assertThatThrownBy(() -> new Svg("<circle"))
                .hasMessageStartingWith("this is no SVG: line 1 is no XML: ")
                .hasMessageEndingWith("; an SVG is a whole document, <svg …>…</svg>");
        assertThatThrownBy(() -> new Svg("<circle r='1'/>"))
                .hasMessage(
                        "this is no SVG: its outermost element is <circle>; put it into <svg …>…</svg>");
        assertThatThrownBy(() -> new Svg("<html/>"))
                .hasMessageContaining("its outermost element is <html>");
        var drawn =
                """
                <?xml version="1.0" encoding="utf-8" standalone="no"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1:1/svg11.dtd">
                <svg:svg xmlns:svg="http://www.w3.org/2000/svg"/>
                """;
        assertThat(new Svg(drawn).bundle().text()).isEqualTo("[SVG picture]");
    }
}
