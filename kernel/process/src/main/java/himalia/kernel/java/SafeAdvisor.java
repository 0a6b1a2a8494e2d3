package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.javac.Surprise;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks an advisor, and gives no advice where that throws, or may take long: a hint must never cost the answer that it stands
 * beside.
 */
final class SafeAdvisor implements Advisor {
    /** In characters, some five hundred lines: patterns are looked for from every place of a source, and time grows by the square. */
    private static final int LONGEST = 20_000;

    private final Advisor advisor;

    SafeAdvisor(Advisor advisor) {
        this.advisor = advisor;
    }

    @Override
    public Optional<Diagnosis> mistake(String source, List<Problem> problems) {
        return ask(source, () -> advisor.mistake(source, problems), Optional.empty());
    }

    @Override
    public Optional<String> about(Problem problem, String source, int before) {
        var near = NearSource.of(source, problem, LONGEST);
        if (near.isCut() && CompileErrors.UNREAD.matcher(problem.code()).matches()) {
            // What is open was opened before what is left.
            return Optional.empty();
        }
        int line = before + near.linesBefore();
        return ask(
                near.source(),
                () -> advisor.about(near.problem(), near.source(), line),
                Optional.empty());
    }

    @Override
    public Optional<String> about(List<Thrown> chain, String code) {
        return ask(code, () -> advisor.about(chain, code), Optional.empty());
    }

    @Override
    public String aboutMemory(String message, String note) {
        return ask(note, () -> advisor.aboutMemory(message, note), message);
    }

    @Override
    public List<String> aboutProgram(String source) {
        return ask(source, () -> advisor.aboutProgram(source), List.of());
    }

    /** Its words are fixed, one for each. */
    @Override
    public String about(Surprise surprise) {
        return advisor.about(surprise);
    }

    @Override
    public String asOfNow(String waiting) {
        return ask(waiting, () -> advisor.asOfNow(waiting), waiting);
    }

    @Override
    public Optional<Diagnosis> aboutWaiting(String note, String source, int before) {
        return ask(source, () -> advisor.aboutWaiting(note, source, before), Optional.empty());
    }

    private static <T> T ask(String read, Supplier<T> question, T otherwise) {
        if (read.length() > LONGEST) {
            return otherwise;
        }
        try {
            return question.get();
        } catch (RuntimeException | StackOverflowError e) {
            // Of a pattern, too, that a long source is too deep for.
            System.getLogger("himalia.advice").log(System.Logger.Level.DEBUG, "no advice", e);
            return otherwise;
        }
    }
}
