#!/bin/sh
# Runs once, when the volume of the database is empty: the owner, who migrates, and the service, who owns nothing. What the
# service may do with each table the migrations grant. docs/deployment.md says how a volume from before is moved over.
set -eu
psql -v ON_ERROR_STOP=1 --no-psqlrc --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$CLINIC_OWNER_PASSWORD" -v service_password="$CLINIC_DB_PASSWORD" <<'SQL'
create role clinic_owner login password :'owner_password';
create role clinic_service login password :'service_password';
create database clinic owner clinic_owner;
revoke all on database clinic from public;
grant connect on database clinic to clinic_service;
SQL
