package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedWordsTest {
    private static final Parameter SORT =
            new Parameter(
                    List.of("--sort"),
                    false,
                    true,
                    false,
                    "",
                    List.of(),
                    "java.lang.String",
                    "our.Columns");
    private static final Parameter OUT =
            new Parameter(
                    List.of("--out"), false, true, false, "", List.of(), "java.nio.file.Path", "");
    private static final Parameter TABLE =
            new Parameter(List.of("TABLE"), true, true, false, "", List.of(), "our.Table", "");
    private static final MagicDescription TABLE_MAGIC =
            new MagicDescription(
                    "table",
                    "our.TableMagic",
                    Kind.LINE,
                    "Grid",
                    "",
                    "",
                    List.of(SORT, OUT),
                    List.of(TABLE));

    private final List<List<String>> asked = new ArrayList<>();
    private final MagicCompleter completer =
            new MagicCompleter(new Magics(() -> List.of(TABLE_MAGIC), this::values));

    private List<String> values(Parameter parameter, List<String> words) {
        asked.add(words);
        return parameter.equals(SORT)
                ? List.of("age", "city", "my label")
                : List.of("train", "test");
    }

    private Optional<List<String>> completed(String code) {
        return completer
                .complete(code, code.length())
                .map(Completion::candidates)
                .map(all -> all.stream().map(Candidate::text).toList());
    }

    @Test
    void valuesOfAnOptionAreThoseThatTheNotebookKnows() {
        assertThat(completed("%table train --sort "))
                .contains(List.of("age", "city", "\"my label\""));
        assertThat(completed("var g = %table train --sort=c")).contains(List.of("city"));
        assertThat(completed("%table --sort age,c")).contains(List.of("city"));
        assertThat(asked)
                .containsExactly(List.of("train", "--sort"), List.of("train"), List.of("--sort"));
    }

    @Test
    void aValueOfTwoWordsIsWrittenInQuotes() {
        for (var typed : List.of("my", "\"my", "\"my la", "'m", "age,m")) {
            assertThat(completed("%table --sort " + typed)).contains(List.of("\"my label\""));
            assertThat(completed("%table --sort=" + typed)).contains(List.of("\"my label\""));
        }
        assertThat(completed("%table --sort \"a")).contains(List.of("\"age\""));
        assertThat(completed("%table --sort \"my label\" te")).contains(List.of("test"));
        assertThat(completed("%table --sort=\"my label\" te")).contains(List.of("test"));
    }

    @Test
    void whereNoValueFitsNothingElseIsOffered() {
        assertThat(completed("%table --sort x")).contains(List.of());
    }

    @Test
    void aParameterThatTakesAnExpressionIsCompletedWithVariables() {
        assertThat(completed("%table ")).contains(List.of("train", "test"));
        assertThat(completed("%table --sort age te")).contains(List.of("test"));
    }

    @Test
    void theRestOfAnExpressionAndFilesAreCompletedByOthers() {
        assertThat(completed("%table train.wh")).isEmpty();
        assertThat(completed("%table train --out da")).isEmpty();
        assertThat(completed("%table train te")).isEmpty();
        assertThat(asked).isEmpty();
    }
}
