package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the guide says of the magics' options is what the magics say themselves. */
class MagicsPageTest {
    @Test
    void thePageOfMagicsIsWhatTheirAnnotationsSay() throws IOException {
        var file = Sources.root().resolve("docs/magics.md");
        var page = MagicsPage.text();
        if ("write".equals(System.getProperty("himalia.golden"))) {
            Files.writeString(file, page);
        }
        assertThat(page)
                .as("docs/magics.md is made from annotations; './himalia golden' makes it anew")
                .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }
}
