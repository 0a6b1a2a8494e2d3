package himalia.datatests;

/**
 * What must hold of a boolean.
 *
 * <pre>{@code
 * check(train.containsColumn("age")).isTrue();
 * check("empty", train.isEmpty()).isFalse();
 * }</pre>
 */
public final class TruthCheck {
    private final boolean value;
    private final Findings findings;

    TruthCheck(String name, boolean value) {
        this.value = value;
        this.findings = Findings.of(name, Boolean.toString(value));
    }

    public TruthCheck isTrue() {
        findings.expect(value, "true");
        return this;
    }

    public TruthCheck isFalse() {
        findings.expect(!value, "false");
        return this;
    }

    @Override
    public String toString() {
        return findings.toString();
    }
}
