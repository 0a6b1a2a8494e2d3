package himalia.training;

/** What a model file holds of a {@link CustomObjective}: that there was one. */
record WrittenObjective(String title) implements BoostingObjective {
    IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "objective '%s' is Java code, which no model file holds: this trainer comes from one, and its model predicts; to train again, give it anew: .by(BoostingObjective.custom(\"%s\", …))"
                        .formatted(title, title));
    }

    @Override
    public String toString() {
        return "custom '%s', which is not in the file".formatted(title);
    }
}
