package himalia.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of the house that are about files and names rather than about classes. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_TEST = 400;
    private static final int LONGEST_MAGIC = 80;
    private static final Set<String> FORBIDDEN =
            Set.of("Manager", "Helper", "Helpers", "Util", "Utils", "Impl", "Base", "Abstract");

    private static final Pattern COMMENTS = Pattern.compile("(?s)/\\*.*?\\*/|(?m)//.*$");

    /** A type, also one inside of another; texts that hold Java are indented behind a quote. */
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?m)^\\s*(?:(?:public|private|protected|static|final|abstract|sealed|non-sealed)\\s+)*(?:class|interface|record|enum|@interface)\\s+(\\w+)");

    private static final Pattern RAW_RANDOM =
            Pattern.compile(
                    "new\\s+(?:java\\.util\\.)?Random\\s*\\(\\s*[^)\\s]|Math\\s*\\.\\s*random");

    @Test
    void everyPackageOpensWithASign() throws IOException {
        var without = new ArrayList<String>();
        for (var entry : Sources.packages().entrySet()) {
            var sign = entry.getValue().resolve("package-info.java");
            if (!Files.exists(sign)
                    || !Files.readString(sign).contains("@NullMarked")
                    || !Files.readString(sign).contains("/**")) {
                without.add(entry.getKey());
            }
        }
        assertThat(without)
                .as("packages whose package-info.java is missing, silent or not @NullMarked")
                .isEmpty();
    }

    @Test
    void everyFileCanBeReadInOneSitting() throws IOException {
        assertThat(longerThan(LONGEST_FILE, Sources.main(), line -> true))
                .as("files of more than %d lines", LONGEST_FILE)
                .isEmpty();
        assertThat(longerThan(LONGEST_TEST, Sources.all(), line -> true))
                .as("tests of more than %d lines", LONGEST_TEST)
                .isEmpty();
    }

    @Test
    void everyMagicFitsOnTwoScreens() throws IOException {
        var magics =
                Sources.main().stream()
                        .filter(file -> file.getFileName().toString().endsWith("Magic.java"))
                        .toList();
        assertThat(longerThan(LONGEST_MAGIC, magics, SourceRulesTest::isCode))
                .as("magics of more than %d lines", LONGEST_MAGIC)
                .isEmpty();
    }

    @Test
    void noNameIsMadeOfLeftovers() throws IOException {
        var poor = new ArrayList<String>();
        for (var file : Sources.main()) {
            // The names of other kernels' classes were not ours to choose.
            if (file.toString().contains("kernel/compat/")) {
                continue;
            }
            var code = COMMENTS.matcher(Files.readString(file)).replaceAll("");
            var types = TYPE.matcher(code);
            while (types.find()) {
                for (var word : types.group(1).split("(?=[A-Z])", -1)) {
                    if (FORBIDDEN.contains(word)) {
                        poor.add(types.group(1));
                    }
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    /** The first numbers of {@code new Random(seed)} are alike for all small seeds. */
    @Test
    void whatDrawsByASeedTakesItsNumbersFromOnePlace() throws IOException {
        var raw = new ArrayList<String>();
        for (var file : Sources.main()) {
            var code = COMMENTS.matcher(Files.readString(file)).replaceAll("");
            if (RAW_RANDOM.matcher(code).find() && !file.endsWith("Seeds.java")) {
                raw.add(file.getFileName().toString());
            }
        }
        assertThat(raw).as("take Seeds.random(seed)").isEmpty();
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ");
    }

    private static List<String> longerThan(int lines, List<Path> files, Predicate<String> counts)
            throws IOException {
        var tooLong = new ArrayList<String>();
        for (var file : files) {
            int count = (int) Files.readAllLines(file).stream().filter(counts).count();
            if (count > lines) {
                tooLong.add(file.getFileName() + ": " + count);
            }
        }
        return tooLong;
    }
}
