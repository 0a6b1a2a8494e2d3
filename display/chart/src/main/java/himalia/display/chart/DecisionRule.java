package himalia.display.chart;

/** Says which class a model gives to a row of two features. */
@FunctionalInterface
public interface DecisionRule {
    String classOf(double x, double y);
}
