package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Trainer;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How all steps are made: by their columns, one by one or as a list, and before them by what somebody chooses. */
class StepConstructorsTest {
    /** Nobody knows after how much a number comes round, or how many numbers are to tell a place. */
    private static final Set<Class<?>> ASK_FOR_A_SETTING =
            Set.of(CyclicEncoder.class, PositionalEncoder.class);

    /** As {@code get_params()} of scikit-learn 1.9 has them, and category_encoders; our products come without ones. */
    private static final Map<Step, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry(new MinMaxScaler("a"), "[0.0, 1.0, false]"),
                    Map.entry(new RobustScaler("a"), "[true, true, 25.0, 75.0]"),
                    Map.entry(new PowerTransformer("a"), "[YEO_JOHNSON, true]"),
                    Map.entry(new QuantileTransformer("a"), "[1000, UNIFORM]"),
                    Map.entry(new KBinsDiscretizer("a"), "[5, QUANTILE, ONEHOT]"),
                    Map.entry(new Normalizer("a"), "[L2]"),
                    Map.entry(new SplineTransformer("a"), "[5, 3, UNIFORM, CONSTANT, true]"),
                    Map.entry(new PolynomialFeatures("a"), "[2, false, false]"),
                    Map.entry(new KnnImputer("a"), "[5, UNIFORM]"),
                    Map.entry(new SimpleImputer("a"), "[MEAN, ]"),
                    Map.entry(new OneHotEncoder("a"), "[ERROR, NONE, 0, 0]"),
                    Map.entry(new VarianceThreshold("a"), "[0.0]"),
                    Map.entry(new SelectKBest("a"), "[F_CLASSIF, 10]"),
                    Map.entry(new SelectPercentile("a"), "[F_CLASSIF, 10]"),
                    Map.entry(new SelectFpr("a"), "[F_CLASSIF, 0.05]"),
                    Map.entry(new SelectFdr("a"), "[F_CLASSIF, 0.05]"),
                    Map.entry(new SelectFwe("a"), "[F_CLASSIF, 0.05]"),
                    Map.entry(new IterativeImputer("a"), "[10, 0.001]"),
                    Map.entry(new Pca("a"), "[" + Pca.ALL + "]"),
                    Map.entry(new HashingEncoder("a"), "[8]"));

    static Stream<Class<? extends Record>> ofColumns() {
        return new FeatureTypes()
                .types().stream()
                        .filter(Step.class::isAssignableFrom)
                        .filter(type -> Modifier.isPublic(type.getModifiers()))
                        .filter(type -> has(type, "columns"));
    }

    private static boolean has(Class<?> type, String component) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(each -> each.getName().equals(component));
    }

    @Test
    void allStepsOfColumnsAreLookedAt() {
        assertThat(ofColumns()).contains(StandardScaler.class, TargetEncoder.class, Pca.class);
    }

    @ParameterizedTest
    @MethodSource("ofColumns")
    void everyWayToMakeItTakesColumnsAsAListAndOneByOne(Class<?> type) {
        int settings = type.getRecordComponents().length;
        for (var constructor : type.getConstructors()) {
            var parameters = constructor.getParameterTypes();
            var last = parameters.length == 0 ? type : parameters[parameters.length - 1];
            assertThat(last).as("%s", constructor).isIn(List.class, String[].class);
            if (parameters.length < settings || settings == 1) {
                var twin = parameters.clone();
                twin[twin.length - 1] = last == List.class ? String[].class : List.class;
                assertThat(type.getConstructors())
                        .as("twin of %s", constructor)
                        .anyMatch(each -> Arrays.equals(each.getParameterTypes(), twin));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ofColumns")
    void itIsMadeByColumnsAlone(Class<?> type) throws ReflectiveOperationException {
        if (ASK_FOR_A_SETTING.contains(type)) {
            return;
        }
        var byName = type.getConstructor(String[].class);
        var names = new String[] {"a", "b"};
        var step = byName.newInstance((Object) names);

        assertThat(((Step) step).columns()).containsExactly("a", "b");
        assertThat(step).isEqualTo(type.getConstructor(List.class).newInstance(List.of(names)));
        assertThatThrownBy(() -> make(byName, "a", null))
                .hasMessage("column is null; run the cell that makes it first");
    }

    private static void make(Constructor<?> constructor, String... names) throws Throwable {
        try {
            constructor.newInstance((Object) names);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void whatIsOfTextsIsMadeByItsColumn() {
        assertThat(new FeatureTypes().types())
                .filteredOn(type -> Step.class.isAssignableFrom(type) && has(type, "column"))
                .hasSize(2)
                .allSatisfy(type -> type.getConstructor(String.class).newInstance("note"));
        assertThat(new HashingVectorizer("note").features()).isEqualTo(1_048_576);
    }

    @Test
    void settingsThatNobodyChoosesAreThoseOfScikitLearn() {
        DEFAULTS.forEach(
                (step, wanted) -> {
                    var settings = new LinkedHashMap<>(Trainer.settingsOf(step));
                    settings.remove("columns");
                    assertThat(settings.values()).as(step.name()).hasToString(wanted);
                });
    }
}
