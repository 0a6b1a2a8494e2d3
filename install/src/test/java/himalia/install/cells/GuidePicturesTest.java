package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.install.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pictures of the page on charts are what the code beside them draws: the charts' own words are compared, and the
 * pictures' sizes, since fonts differ from machine to machine. With {@code -Dhimalia.golden=write} they are drawn anew.
 */
@Tag("kernel")
@Timeout(240)
class GuidePicturesTest {
    private static final Path GUIDE = Sources.root().resolve("docs/guide");
    private static final Path WORDS =
            Path.of("src/test/resources/himalia/install/guide-charts.txt");
    private static final String DRAWN = "drawn.png";
    private static final String SAID = "said.txt";

    @Test
    void eachIsDrawnByTheCodeBesideIt(@TempDir Path folder) throws IOException {
        var wrong = new ArrayList<String>();
        int drawn = 0;
        var words = new StringBuilder();
        try (var kernel = LiveKernel.in(folder)) {
            for (var code : GuideCode.of(Files.readString(GUIDE.resolve("charts.md")))) {
                var cell = code.picture().isEmpty() ? code.text() : drawing(code);
                assertThat(kernel.run(cell).failure()).as(cell).isEmpty();
                if (!code.picture().isEmpty()) {
                    compare(folder.resolve(DRAWN), GUIDE.resolve(code.picture()), wrong);
                    words.append("== ").append(code.picture()).append('\n');
                    words.append(Files.readString(folder.resolve(SAID)).strip()).append("\n\n");
                    drawn++;
                }
            }
        }
        assertThat(drawn).isGreaterThan(30);
        if (isWriting()) {
            Files.writeString(WORDS, words);
        }
        assertThat(words.toString()).isEqualTo(Files.readString(WORDS));
        assertThat(wrong).isEmpty();
        try (var files = Files.list(GUIDE.resolve("charts"))) {
            assertThat(files.count()).as("pictures that the page shows").isEqualTo(drawn);
        }
    }

    private static String drawing(GuideCode code) {
        return """
                var chart = (%s).size(320, 220);
                Files.write(Path.of("%s"), chart.png());
                Files.writeString(Path.of("%s"), String.valueOf(chart));"""
                .formatted(code.text(), DRAWN, SAID);
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("himalia.golden"));
    }

    private static void compare(Path drawn, Path kept, List<String> wrong) throws IOException {
        if (isWriting()) {
            Files.createDirectories(kept.getParent());
            Files.write(kept, Files.readAllBytes(drawn));
        }
        if (!Files.exists(kept)) {
            wrong.add(kept + " is not there");
            return;
        }
        var now = ImageIO.read(drawn.toFile());
        var then = ImageIO.read(kept.toFile());
        if (now.getWidth() != then.getWidth() || now.getHeight() != then.getHeight()) {
            wrong.add(kept + " has another size");
        }
    }
}
