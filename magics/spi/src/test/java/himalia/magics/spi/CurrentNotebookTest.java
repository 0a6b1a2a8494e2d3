package himalia.magics.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.DisplayHandle;
import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rewritten cells call: magics of the user's own, values of cells, and what is captured. */
class CurrentNotebookTest {
    private final Asked notebook = new Asked();

    @BeforeEach
    void connect() {
        CurrentNotebook.connect(notebook);
        Out.clear();
    }

    @Test
    void aMagicOfTheUsersOwnIsGivenItsWordsAsTexts() {
        var seen = new ArrayList<String>();
        OwnMagics.line(
                "note",
                words -> {
                    seen.addAll(words);
                    return words.size();
                });
        assertThat(
                        (Integer)
                                CurrentNotebook.anyLine(
                                        "note",
                                        "a",
                                        CurrentNotebook.value("1 + 1", (Object) 2),
                                        null))
                .isEqualTo(3);
        assertThat(seen).containsExactly("a", "2", "null");
        assertThat(notebook.asked).containsExactly("magic {cell=false, name=note}");
    }

    @Test
    void theNewestOfANameIsTheOneAndLinesAndCellsAreTwoThings() {
        OwnMagics.line("same", words -> "old");
        OwnMagics.line("same", words -> "new");
        OwnMagics.cell("same", (words, body) -> "cell " + body);
        assertThat(CurrentNotebook.line("same")).isEqualTo("new");
        assertThat(CurrentNotebook.cell("same", "body")).isEqualTo("cell body");
    }

    @Test
    void whatAMagicThrowsIsThrownAsItIs() {
        var thrown = new IOException("no network");
        OwnMagics.line(
                "fetch",
                words -> {
                    throw thrown;
                });
        assertThatThrownBy(() -> CurrentNotebook.line("fetch")).isSameAs(thrown);
    }

    @Test
    void aMagicThatGivesNothingIsShownAsNothing() {
        OwnMagics.line("quiet", words -> null);
        OwnMagics.cell("silent", (words, body) -> null);
        assertThat(CurrentNotebook.shownLine("quiet")).isSameAs(CurrentNotebook.NOTHING);
        assertThat(CurrentNotebook.shownCell("silent", "")).isSameAs(CurrentNotebook.NOTHING);
        assertThat(CurrentNotebook.line("quiet")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1st", "two words", "%name", "a-b"})
    void aNameThatNoLineCanHaveIsRefused(String name) {
        assertThatThrownBy(() -> OwnMagics.line(name, words -> null))
                .isInstanceOf(MagicException.class)
                .hasMessage("a magic's name is made of letters, digits and _, got '" + name + "'");
        assertThat(notebook.asked).isEmpty();
    }

    @Test
    void withoutACatalogOnTheClassPathThatIsSaid() {
        assertThatThrownBy(() -> CurrentNotebook.line("unknownToAll"))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("himalia-magics is not on the class path")
                .hasMessageContaining("%jvm --restart starts another one");
    }

    @Test
    void codeThatHasNoValueGivesNothing() throws Exception {
        var runs = new ArrayList<String>();
        var code = CurrentNotebook.code("f();", () -> runs.add("once"));
        assertThat(runs).isEmpty();
        var statements =
                CurrentNotebook.code("f();", (CurrentNotebook.Statements) () -> runs.add("twice"));
        assertThat(((java.util.concurrent.Callable<?>) statements.value()).call())
                .isSameAs(CurrentNotebook.NOTHING);
        assertThat(runs).containsExactly("twice");
        assertThat(code.source()).isEqualTo("f();");
    }

    @Test
    void aValueIsToldAndNoneIsNot() {
        CurrentNotebook.told(null);
        assertThat(notebook.shown).isEmpty();
        CurrentNotebook.told("a value");
        assertThat(notebook.shown).containsExactly("a value");
    }

    @Test
    void theValuesOfCellsAreThereByTheirNumberAndSoIsNull() {
        Out.keep(3, "three");
        Out.keep(4, null);
        assertThat(Out.get(3)).isEqualTo("three");
        assertThat(Out.get(4)).isNull();
        assertThatThrownBy(() -> Out.get(5))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("cell 5 showed no value; there are: [3, 4]");
        assertThat(Out.take(3)).isEqualTo("three");
        assertThatThrownBy(() -> Out.get(3)).hasMessage("cell 3 showed no value; there are: [4]");
        Out.clear();
        assertThatThrownBy(() -> Out.get(4)).hasMessage("cell 4 showed no value; there are: []");
    }

    @Test
    void whatIsCapturedIsKeptInItsOrderAndWhatIsLeftOutIsNot() {
        var captured = new Captured(Set.of("stderr"));
        assertThat(captured.print("stdout", "a")).isTrue();
        assertThat(captured.print("stderr", "b")).isFalse();
        assertThat(captured.print("stdout", "c")).isTrue();
        assertThat(captured.display("", false, MimeBundle.plain("first"))).isTrue();
        assertThat(captured.display("id", false, MimeBundle.plain("old"))).isTrue();
        assertThat(captured.display("", false, MimeBundle.plain("third"))).isTrue();
        assertThat(captured.display("id", true, MimeBundle.plain("new"))).isTrue();
        assertThat(captured.stdout()).isEqualTo("ac");
        assertThat(captured.stderr()).isEmpty();
        assertThat(captured.displays())
                .extracting(MimeBundle::text)
                .containsExactly("first", "new", "third");
        assertThat(captured)
                .hasToString(
                        "captured 2 characters of stdout, 0 of stderr, 3 displays; show() shows them");
    }

    @Test
    void anotherStateOfWhatWasShownBeforeTheCaptureIsShown() {
        var captured = new Captured(Set.of());
        assertThat(captured.display("earlier", true, MimeBundle.plain("new"))).isFalse();
        assertThat(captured.displays()).isEmpty();
        assertThat(
                        new Captured(Set.of(Captured.DISPLAYS))
                                .display("", false, MimeBundle.plain("x")))
                .isFalse();
    }

    /** Keeps what it is asked and shown. */
    private static final class Asked implements Notebook {
        final List<String> asked = new ArrayList<>();
        final List<Object> shown = new ArrayList<>();

        @Override
        public @Nullable Object ask(String request, Map<String, ?> arguments) {
            asked.add(request + " " + new java.util.TreeMap<>(arguments));
            return null;
        }

        @Override
        public DisplayHandle display(@Nullable Object value) {
            shown.add(value);
            return himalia.display.bundle.Display.display("");
        }

        @Override
        public Path directory() {
            return Path.of("");
        }

        @Override
        public void changeDirectory(Path folder) {}

        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public void changeEnvironment(String name, String value) {}

        @Override
        public void capture(Captured into) {}

        @Override
        public void release(Captured into) {}

        @Override
        public List<MagicDescription> magics() {
            return List.of();
        }

        @Override
        public String input(String prompt, boolean hidden) {
            return "";
        }
    }
}
