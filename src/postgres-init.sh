#!/usr/bin/env bash
# Run once by the postgres container on an empty volume: the portal's role owns its database and is no superuser.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/db_password)" --username postgres --dbname postgres <<'SQL'
create role tkpk login password :'password';
create database tkpk owner tkpk;
\connect tkpk
create extension if not exists pg_trgm schema public;
SQL
