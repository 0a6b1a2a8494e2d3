package himalia.kernel.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.workers.TestWorker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Private members across cells, in whatever order these run, mean what they mean to javac in one class. */
@Timeout(300)
class PrivateProgramsTest {
    private static final long SEED = Long.getLong("himalia.private.seed", 5000);
    private static final int COUNT = Integer.getInteger("himalia.private.count", 12);
    private static final int STEPS = 10;

    @TempDir Path folder;

    @Test
    void theyMeanWhatTheyMeanInOneClass() throws Exception {
        var wrong = new ArrayList<String>();
        for (long seed = SEED; seed < SEED + COUNT; seed++) {
            try (var cells = new TestWorker()) {
                var difference = difference(new PrivatePrograms(seed), cells, seed);
                if (!difference.isEmpty()) {
                    wrong.add("seed " + seed + ": " + difference);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private String difference(PrivatePrograms program, TestWorker cells, long seed)
            throws Exception {
        cells.run(program.first());
        var ran = new StringBuilder();
        for (int step = 0; step < STEPS; step++) {
            var cell = program.next();
            ran.append(cell).append("\n---\n");
            cells.run(cell);
            var types = program.types();
            if (types.isEmpty()) {
                continue;
            }
            int type = types.get(step % types.size());
            var own = program.own(type);
            var questions = program.questions();
            var wanted =
                    WholeClass.values(
                            Files.createDirectory(folder.resolve(seed + "-" + step)),
                            program.declarations(),
                            program.strangers(),
                            questions,
                            own);
            for (int i = 0; i < questions.size(); i++) {
                var value = cells.value(questions.get(i));
                if (!value.equals(wanted.get(i))) {
                    return questions.get(i)
                            + " is "
                            + value
                            + ", javac's "
                            + wanted.get(i)
                            + "\n"
                            + ran;
                }
            }
            var value = cells.value(program.cell(type) + "\n" + own);
            ran.append(program.cell(type)).append('\n').append(own).append("\n---\n");
            if (!value.equals(wanted.get(questions.size()))) {
                return own
                        + " is "
                        + value
                        + ", javac's "
                        + wanted.get(questions.size())
                        + "\n"
                        + ran;
            }
        }
        return "";
    }
}
