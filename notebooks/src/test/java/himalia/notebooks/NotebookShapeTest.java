package himalia.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every notebook of the course has in common. */
class NotebookShapeTest {
    private static final int MOST_CODE_CELLS = 25;
    private static final List<String> PARTS =
            List.of("Question", "Data", "Steps", "Check", "Summary", "Exercises");
    private static final Pattern NUMBERED = Pattern.compile("\\d\\d-[a-z0-9-]+(\\.ipynb)?");

    @TestFactory
    Stream<DynamicTest> everyNotebookHasTheShapeOfTheCourse() throws IOException {
        return Course.notebooks().stream()
                .map(file -> dynamicTest(file.toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        var text = Files.readString(file);
        var notebook = NotebookFile.read(file);
        assertThat(notebook.text())
                .as("%s is as Jupyter saves it; 'himalia run' writes it so", file)
                .isEqualTo(text);
        assertThat(notebook.cells().get(0).source())
                .as("%s opens with its title", file)
                .startsWith("# ");
        assertThat(text)
                .as("%s names no place of the machine that ran it", file)
                .doesNotContain(Path.of("").toAbsolutePath().toString())
                .doesNotContain(System.getProperty("user.home") + "/");
        if (!Course.keepsOutputs(file)) {
            assertThat(notebook.codeCells())
                    .as("%s: outputs belong to the published copy", file)
                    .allMatch(cell -> cell.outputs().isEmpty());
        }
        if (Course.isGallery(file)) {
            return;
        }
        for (var part : file) {
            assertThat(part.toString()).as("a step of the course").matches(NUMBERED);
        }
        assertThat(notebook.codeCells())
                .as("%s: code cells", file)
                .hasSizeLessThanOrEqualTo(MOST_CODE_CELLS);
        assertThat(notebook.codeCells())
                .as("%s states what must hold, with check(…)", file)
                .anyMatch(cell -> cell.source().contains("check("));
        assertThat(headings(notebook)).as("%s: its parts", file).containsExactlyElementsOf(PARTS);
    }

    private static List<String> headings(NotebookFile notebook) {
        return notebook.cells().stream()
                .filter(NotebookCell::isMarkdown)
                .flatMap(cell -> cell.source().lines())
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
    }
}
