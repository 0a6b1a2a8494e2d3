/**
 * Trainers: boosted trees by XGBoost, linear models, networks by PyTorch. Imports {@code
 * himalia.training.numeric}, {@code himalia.model}, {@code himalia.evaluation}, {@code himalia.display} and Tablesaw.
 */
@NullMarked
package himalia.training;

import org.jspecify.annotations.NullMarked;
