"""The record for programs: described by OpenAPI, behind the same gate as the pages."""
