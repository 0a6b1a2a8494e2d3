package himalia.datatests;

/**
 * What must hold of a text.
 *
 * <pre>{@code
 * check(train.name()).isNotEmpty().contains("train");
 * check(predictions.label(0)).isEqualTo("1");
 * }</pre>
 */
public final class TextCheck {
    private final String value;
    private final Findings findings;

    TextCheck(String value) {
        this.value = value;
        this.findings = Findings.of("", "'" + value + "'");
    }

    public TextCheck isEqualTo(String expected) {
        findings.expect(value.equals(expected), "equal to '" + expected + "'");
        return this;
    }

    public TextCheck contains(String part) {
        findings.expect(value.contains(part), "a text that contains '" + part + "'");
        return this;
    }

    public TextCheck isNotEmpty() {
        findings.expect(!value.isEmpty(), "a text that is not empty");
        return this;
    }

    @Override
    public String toString() {
        return findings.toString();
    }
}
