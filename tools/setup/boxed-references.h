// Lets better-sqlite3 13 (written for Node-API 10) be compiled for Node-API 9, which Node 20 and Electron 33 have.
//
// It needs version 10 for one thing: references to strings and numbers. Version 9 allows references to objects
// only, so such a value is put into an array of one element, and the array is what is referred to. Every file of
// the addon is compiled with this header included first; it renames the three calls below.
//
// Strong references only: nothing else holds the array. better-sqlite3 makes no weak ones to strings and numbers.
#pragma once
#include <node_api.h>
#include <unordered_set>

namespace boxed_references {

// A Node-API environment lives on one thread, so every thread has its own list and none needs a lock. The lists
// are never freed: finalizers may still ask for one when the thread's own objects are already gone.
inline std::unordered_set<napi_ref>& boxes() {
  static thread_local auto* refs = new std::unordered_set<napi_ref>();
  return *refs;
}

inline bool canBeReferredTo(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

inline napi_status create(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (canBeReferredTo(type)) {
    status = napi_create_reference(env, value, count, result);
    // The address may have belonged to a reference that went away with its environment.
    if (status == napi_ok) boxes().erase(*result);
    return status;
  }
  napi_value box;
  status = napi_create_array_with_length(env, 1, &box);
  if (status == napi_ok) status = napi_set_element(env, box, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, box, count, result);
  if (status == napi_ok) boxes().insert(*result);
  return status;
}

inline napi_status getValue(napi_env env, napi_ref ref, napi_value* result) {
  napi_status status = napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == nullptr || boxes().count(ref) == 0) return status;
  return napi_get_element(env, *result, 0, result);
}

inline napi_status remove(napi_env env, napi_ref ref) {
  boxes().erase(ref);
  return napi_delete_reference(env, ref);
}

}  // namespace boxed_references

#define napi_create_reference boxed_references::create
#define napi_get_reference_value boxed_references::getValue
#define napi_delete_reference boxed_references::remove
