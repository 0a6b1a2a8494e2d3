package himalia.magics.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class AugmentMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table numbers =
            Table.create(
                    "train",
                    DoubleColumn.create("a", 0, 9),
                    DoubleColumn.create("b", 1, 8),
                    DoubleColumn.create("c", 2, 7),
                    DoubleColumn.create("d", 3, 6),
                    StringColumn.create("y", "low", "high"));
    private final Table texts =
            Table.create(
                    "reviews",
                    StringColumn.create("text", "a rather good film", "not so very good"),
                    StringColumn.create("y", "yes", "no"));

    @ParameterizedTest
    @CsvSource({
        "images --height 2 --width 2",
        "images --height 2 --width 2 --high 9 --flip 1 --rotate 0 --shift 0",
        "series --warp 0.5 --slice 0.5",
        "noise --deviation 0.2"
    })
    void numbersAreCopied(String line) throws Exception {
        var result = run(line + " --copies 2", numbers);

        assertThat(result.rowCount()).isEqualTo(6);
        assertThat(notebook.shown().get(0)).containsAnyOf("2 originals, 4 copies", "y: ");
    }

    @Test
    void whiteIsThatOfTheNumbersAndTold() throws Exception {
        run("images --height 2 --width 2", numbers);
        run("images --height 2 --width 2 --high 99", numbers);

        assertThat(notebook.shown().get(0))
                .startsWith("2 originals, 2 copies; 0 is black, 16 is white");
        assertThat(notebook.shown().get(1)).contains("0 is black, 99 is white");
    }

    @Test
    void textsAreCopied() throws Exception {
        var result = run("text --column text --typos 0.1", texts);

        assertThat(result.rowCount()).isEqualTo(4);
        assertThat(notebook.shown().get(0))
                .startsWith("2 originals, 2 copies")
                .contains("a rather good film\n  → ");
    }

    /** One word cannot be swapped, and none is left out where no other would remain. */
    @Test
    void copiesThatAreTheirRowsAgainAreCounted() throws Exception {
        var words =
                Table.create(
                        "words",
                        StringColumn.create("text", "Oslo", "Rome", "a rather good long film"),
                        StringColumn.create("y", "yes", "no", "no"));

        run("text --column text --swap 1 --copies 2", words);
        run("text --column text --swap 1 --delete 0", texts);

        assertThat(notebook.shown().get(1))
                .isEqualTo(
                        "4 of 6 copies are unchanged, their rows again: too little to change, or nothing drawn; take a stronger or another change");
        assertThat(notebook.shown()).hasSize(3);
    }

    @Test
    void aLineThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> run("text --column text --swap 0 --delete 0", texts))
                .hasMessage(
                        "%augment: nothing is to be changed; give one of --swap, --delete, --typos a number above 0");
    }

    @Test
    void aSliceOfNothingIsRefused() {
        assertThatThrownBy(() -> run("series --slice 0", numbers))
                .hasMessageStartingWith("%augment: share must be above 0");
    }

    @Test
    void theSameCanBeWrittenInJava() throws Exception {
        run("series --java", numbers);

        assertThat(notebook.shown().get(0))
                .contains("new AugmentSeries(")
                .contains("new Scaling(0.1).then(new Jitter(0.05))")
                .contains(".resample(numbers, \"y\")");
    }

    private Table run(String line, Table table) throws Exception {
        var words = new ArrayList<Object>(List.of(line.split(" ")));
        words.addAll(List.of("--label", "y", new Value("numbers", table)));
        return (Table) catalog.line(notebook, "augment", words);
    }
}
