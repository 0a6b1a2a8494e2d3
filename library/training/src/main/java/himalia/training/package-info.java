/**
 * Trainers: boosted trees by XGBoost, linear models, networks by PyTorch. Imports {@code
 * himalia.training.numeric}, {@code himalia.evaluation}, {@code himalia.features}, {@code himalia.model}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.training;

import org.jspecify.annotations.NullMarked;
