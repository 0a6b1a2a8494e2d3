package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.javac.Surprise;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks an advisor, and gives no advice where that throws: a hint must never cost the answer that it stands beside. */
final class SafeAdvisor implements Advisor {
    private final Advisor advisor;

    SafeAdvisor(Advisor advisor) {
        this.advisor = advisor;
    }

    @Override
    public Optional<Diagnosis> mistake(String source, List<Problem> problems) {
        return ask(() -> advisor.mistake(source, problems), Optional.empty());
    }

    @Override
    public Optional<String> about(Problem problem, String source, int before) {
        return ask(() -> advisor.about(problem, source, before), Optional.empty());
    }

    @Override
    public Optional<String> about(List<Thrown> chain, String code) {
        return ask(() -> advisor.about(chain, code), Optional.empty());
    }

    @Override
    public String aboutMemory(String message, String note) {
        return ask(() -> advisor.aboutMemory(message, note), message);
    }

    @Override
    public List<String> aboutProgram(String source) {
        return ask(() -> advisor.aboutProgram(source), List.of());
    }

    /** Its words are fixed, one for each. */
    @Override
    public String about(Surprise surprise) {
        return advisor.about(surprise);
    }

    @Override
    public Optional<Diagnosis> aboutWaiting(String note, String source, int before) {
        return ask(() -> advisor.aboutWaiting(note, source, before), Optional.empty());
    }

    private static <T> T ask(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (RuntimeException | StackOverflowError e) {
            // Of a pattern, too, that a long source is too deep for.
            System.getLogger("himalia.advice").log(System.Logger.Level.DEBUG, "no advice", e);
            return otherwise;
        }
    }
}
