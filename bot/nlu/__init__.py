"""The understanding of a message, as components of the Rasa pipeline.

Rasa reaches into this package and nothing in the core does. The order is that of config.yml:
`DenseFeaturizer`, `IntentClassifier`, `OfferSpotter`, `SafetyCheck`. Whoever imports it gets Rasa
without TensorFlow.
"""

from bot.nlu.without_tensorflow import load_rasa_without_tensorflow

load_rasa_without_tensorflow()
