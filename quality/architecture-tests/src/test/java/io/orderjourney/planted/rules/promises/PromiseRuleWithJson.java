package io.orderjourney.planted.rules.promises;

import com.fasterxml.jackson.databind.JsonNode;

interface PromiseRuleWithJson {
    JsonNode asJson();
}
