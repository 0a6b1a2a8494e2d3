package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir Path folder;

    private History session() {
        return new History(new HistoryFile(folder.resolve("deep").resolve("history.jsonl")));
    }

    @Test
    void aSessionFindsTheCellsOfThoseBefore() {
        var first = session();
        first.add(1, "int a = 1;\n");
        first.add(2, "a");
        first.output(2, "1");
        assertThat(first.all()).extracting("input").containsExactly("int a = 1;", "a");
        assertThat(first.all().get(1).output()).contains("1");

        var second = session();
        second.add(1, "\"héllo 😀\"");
        assertThat(second.all())
                .extracting("input")
                .containsExactly("int a = 1;", "a", "\"héllo 😀\"");
        assertThat(second.all()).extracting("session").containsExactly(1L, 1L, 2L);
        assertThat(second.session(0)).isEqualTo(2);
        assertThat(second.session(-1)).isEqualTo(1);
    }

    @Test
    @Timeout(20)
    void cellsThatFollowEachOtherAreInTheFileInTheirOrderSoonAndAtTheEnd() throws Exception {
        var file = folder.resolve("deep").resolve("history.jsonl");
        var first = session();
        for (int i = 1; i <= 50; i++) {
            first.add(i, "cell " + i);
        }
        while (!Files.exists(file) || !Files.readString(file).contains("cell 50")) {
            Thread.sleep(5);
        }
        assertThat(Files.readAllLines(file))
                .hasSize(50)
                .allMatch(line -> line.contains("\"session\":1"));
        first.add(51, "the last");
        first.close();
        assertThat(Files.readAllLines(file)).hasSize(51).last().asString().contains("the last");
    }

    @Test
    void twoKernelsAtOnceNeverShareASessionNumber() {
        var first = session();
        var second = session();
        first.add(1, "1");
        second.add(1, "2");
        first.add(2, "3");
        assertThat(first.session(0)).isNotEqualTo(second.session(0));
        assertThat(session().all()).hasSize(3);
    }

    @Test
    void aTornLineIsPassedOverAndALongCellIsNotKept() throws Exception {
        var first = session();
        first.add(1, "x".repeat(100_000));
        first.add(2, "kept");
        first.session(0);
        var file = folder.resolve("deep").resolve("history.jsonl");
        Files.writeString(file, "{\"session\": 7, \"li" + "\n" + Files.readString(file));
        assertThat(first.all()).hasSize(2);
        assertThat(session().all()).extracting("input").containsExactly("kept");
    }

    @Test
    void switchedOffItKeepsThisSessionOnly() {
        var history = new History(new HistoryFile(null));
        history.add(1, "1");
        assertThat(history.all()).extracting("input").containsExactly("1");
        assertThat(history.session(0)).isEqualTo(1);
    }
}
